package org.electrongap.forecast;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The bundled data sets in the form of core tables, without the lineage columns. */
final class BundledPanels {

    private BundledPanels() {}

    static Dataset<Row> table(String name) {
        Path folder = Path.of("..", "datasets", name);
        Dataset<Row> text = SharedSpark.session()
                .read()
                .option("header", true)
                .option("multiLine", true)
                .option("escape", "\"")
                .csv(folder.toString() + "/*.csv");
        for (var column : Contract.of(TableName.core(name)).columns()) {
            if (Arrays.asList(text.columns()).contains(column.name())) {
                text = text.withColumn(
                        column.name(), col(column.name()).cast(column.type().sparkType()));
            }
        }
        return text.withColumn(
                "published",
                coalesce(expr("try_cast(edition as date)"), lit("2026-11-22").cast("date")));
    }

    static Dataset<Row> series() {
        return NationalSeries.of(
                table("capacity"),
                table("generation"),
                table("demand"),
                table("annotations"),
                org.electrongap.table.SourceOrder.bundled().forForecasts());
    }
}
