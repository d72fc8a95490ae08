package org.electrongap.project;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/**
 * Each record as its source gave it last: a record that the newest file lacks is not withdrawn, it stays as it was. An
 * expansion is the exception: a file that gives its site without it tells that it was built or dropped, and what was built
 * stands in the site's own power.
 */
final class LatestRecords {

    static final String NUMBER = "number";
    static final String EDITIONS = "n_editions";
    /** Ends the identity of an expansion, behind the identity of its site, once or more; {@code load} writes it. */
    static final String EXPANSION = " expansion";

    private static final String SITES_NEWEST = "sites_newest";
    private static final int SHA_BITS = 256;
    private static final int HEXADECIMAL = 16;
    private static final int DECIMAL = 10;
    private static final List<String> COLUMNS = List.of(
            "name",
            "programme",
            "developer",
            "tenant",
            "utility",
            "country",
            "subdivisions",
            "county",
            "place",
            "latitude",
            "longitude",
            "grid_area",
            "stage",
            "stage_reported",
            "power_kind",
            "power_mw",
            "power_reported",
            "announced",
            "decided",
            "expected",
            "energised",
            "grade",
            "record_kind",
            "supply_kind",
            "cost_usd",
            "cost_reported");

    private LatestRecords() {}

    /**
     * The latest edition of each record.
     *
     * @param projects rows of core/datacenter_projects, all editions
     * @return one row a source and record_id, with {@link #NUMBER} and {@link #EDITIONS}; none of an expansion whose site has a
     *     record of a newer edition than its own
     */
    static Dataset<Row> of(Dataset<Row> projects) {
        List<Column> edition =
                new ArrayList<>(List.of(col("published"), col("edition"), col("source_file"), col("source_line")));
        COLUMNS.forEach(name -> edition.add(col(name)));
        Dataset<Row> latest = projects.groupBy(col("source"), col("record_id"))
                .agg(
                        max(struct(edition.toArray(Column[]::new))).as("latest"),
                        count(lit(1)).cast("int").as(EDITIONS));
        List<Column> kept = new ArrayList<>(List.of(
                number().as(NUMBER),
                col("source"),
                col("record_id"),
                col(EDITIONS),
                col("latest.published").as("published"),
                col("latest.edition").as("edition")));
        COLUMNS.forEach(name -> kept.add(col("latest." + name).as(name)));
        return standing(latest).select(kept.toArray(Column[]::new));
    }

    /** Without the expansions of loads that the newest edition of their site lacks. */
    private static Dataset<Row> standing(Dataset<Row> latest) {
        Column expands = col("record_id")
                .endsWith(EXPANSION)
                .and(coalesce(col("latest.record_kind"), lit("")).equalTo("load"));
        Column site = when(expands, regexp_replace(col("record_id"), "(" + EXPANSION + ")+$", ""))
                .otherwise(col("record_id"));
        Column edition = struct(col("latest.published"), col("latest.edition"));
        return latest.withColumn(SITES_NEWEST, max(edition).over(Window.partitionBy(col("source"), site)))
                .where(not(expands).or(edition.geq(col(SITES_NEWEST))));
    }

    /** {@link RecordId#number()} as a column expression. */
    static Column number() {
        Column text = concat(col("source"), lit(RecordId.SEPARATOR), col("record_id"));
        Column digits = substring(sha2(text.cast(DataTypes.BinaryType), SHA_BITS), 1, RecordId.HASH_DIGITS);
        return conv(digits, HEXADECIMAL, DECIMAL).cast(DataTypes.LongType);
    }
}
