package org.electrongap.load.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The figures of the panels that are odd beside others: {@code out/quality_flags}. */
public final class QualityFlags {

    private static final TableName TABLE = TableName.out("quality_flags");

    private QualityFlags() {}

    /**
     * Flags figures within one source: capacity factors and growth outside of what is physically plausible, totals that
     * their parts do not add up to, technologies that a year or an edition leaves out.
     *
     * @param capacity rows of {@code core/capacity}, in all editions
     * @param generation rows of {@code core/generation}, in all editions
     * @return rows of {@code out/quality_flags}
     */
    public static Dataset<Row> of(Dataset<Row> capacity, Dataset<Row> generation) {
        Dataset<Row> regions = figures(capacity, Figure.CAPACITY)
                .union(figures(generation, Figure.GENERATION))
                .groupBy("source", "region")
                .agg(sort_array(collect_list(struct("metric", "edition", "basis", "technology", "year", "value")))
                        .as("figures"));
        Contract contract = Contract.of(TABLE);
        FlatMapFunction<Row, Row> rules = QualityFlags::flags;
        return contract.conform(regions.flatMap(rules, Encoders.row(contract.schema())));
    }

    private static Dataset<Row> figures(Dataset<Row> rows, String metric) {
        return rows.select(
                col("source"),
                col("region"),
                lit(metric).as("metric"),
                coalesce(col("edition"), lit("")).as("edition"),
                col("basis"),
                col("technology"),
                col("year").cast("int").as("year"),
                col(metric).as("value"));
    }

    private static java.util.Iterator<Row> flags(Row region) {
        List<Figure> figures = region.<Row>getList(2).stream()
                .map(row -> new Figure(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getDouble(5)))
                .toList();
        return PanelRules.flags(figures).stream()
                .map(flag -> row(region.getString(0), region.getString(1), flag))
                .iterator();
    }

    private static Row row(String source, String region, Flag flag) {
        return RowFactory.create(
                flag.rule(),
                region,
                flag.figure().year(),
                flag.figure().technology(),
                flag.figure().metric(),
                flag.value(),
                flag.unit(),
                flag.lower(),
                flag.upper(),
                flag.reason(),
                source,
                flag.figure().edition(),
                flag.figure().basis());
    }
}
