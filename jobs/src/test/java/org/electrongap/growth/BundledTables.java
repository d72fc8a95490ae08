package org.electrongap.growth;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.table.ColumnType;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The bundled data sets as core tables, without the loader: enough columns for growth, with the date of publication. */
final class BundledTables {

    private BundledTables() {}

    static Dataset<Row> table(String name) {
        Contract contract = Contract.of(TableName.core(name));
        Dataset<Row> raw = SharedSpark.session()
                .read()
                .option("header", "true")
                .csv(files(name).toArray(String[]::new));
        Column[] columns = Stream.of(raw.columns())
                .map(column -> contract.column(column).type() == ColumnType.STRING
                        ? col(column)
                        : col(column)
                                .cast(contract.column(column).type().sparkType())
                                .as(column))
                .toArray(Column[]::new);
        return raw.select(columns).withColumn("published", published());
    }

    /** Last day of the edition, or the day of retrieval if that is earlier. */
    private static Column published() {
        Column edition = col("edition");
        Column year = to_date(concat(edition, lit("-12-31")));
        Column month = last_day(to_date(concat(edition, lit("-01"))));
        Column known = when(length(edition).equalTo(4), year)
                .when(length(edition).equalTo(7), month)
                .when(length(edition).equalTo(10), to_date(edition));
        return when(known.isNotNull(), least(known, col("retrieved")));
    }

    private static List<String> files(String name) {
        Path folder = Path.of("..", "datasets", name);
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(Path::toString)
                    .filter(file -> file.endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
