package org.electrongap.share;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.electrongap.SharedSpark;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The bundled data sets in the form of core tables, as a given day may see them. */
final class BundledCore {

    private static final String DATASETS = "../datasets/";

    private BundledCore() {}

    static LoadShareInputs asOf(String day, List<AssumptionOverride> overrides, List<Scenario> scenarios, int paths) {
        return new LoadShareInputs(
                table("datacenter_load", day, "datacenter-load.csv"),
                table("demand", day, "demand-eia.csv", "demand-ember.csv"),
                table("published_forecasts", day, "published-forecasts.csv"),
                table("assumptions", day, "assumptions.csv"),
                table("annotations", day, "annotations.csv"),
                table("capacity", day, "capacity-irena.csv"),
                table("market", day, "market.csv"),
                SharedSpark.session()
                        .createDataFrame(
                                List.<Row>of(),
                                Contract.of(TableName.out("pipeline")).schema()),
                table("preferred_sources", day, "preferred-sources.csv"),
                new LoadShareInputs.Request(
                        LocalDate.parse(day), overrides, scenarios, LoadShareInputs.STANDARD_SEED, paths));
    }

    static Dataset<Row> table(String name, String day, String... files) {
        Contract contract = Contract.of(TableName.core(name));
        Dataset<Row> text = SharedSpark.session()
                .read()
                .option("header", "true")
                .option("multiLine", "true")
                .option("escape", "\"")
                .csv(Arrays.stream(files)
                        .map(file -> DATASETS + name + "/" + file)
                        .toArray(String[]::new))
                .withColumn("published", published());
        Dataset<Row> visible = text.filter(col("published").leq(lit(day).cast("date")));
        return visible.select(contract.columns().stream()
                .map(column -> (Arrays.asList(visible.columns()).contains(column.name())
                                ? col(column.name())
                                : lit(null))
                        .cast(column.type().sparkType())
                        .as(column.name()))
                .toArray(Column[]::new));
    }

    /** The last day of the edition, or the day of retrieval if that is earlier. */
    private static Column published() {
        Column edition = col("edition");
        Column last = when(edition.rlike("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), edition.try_cast("date"))
                .when(
                        edition.rlike("^[0-9]{4}-[0-9]{2}$"),
                        functions.last_day(functions.concat(edition, lit("-01")).try_cast("date")))
                .when(
                        edition.rlike("^[0-9]{4}$"),
                        functions.concat(edition, lit("-12-31")).try_cast("date"));
        return when(last.isNotNull(), functions.least(last, col("retrieved").cast("date")));
    }
}
