package org.electrongap.growth;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.statistics.Interval;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * Trajectories as rows of {@code out/trajectories}: this is where an absent value becomes null.
 *
 * <p>A series leaves Java as one row with its measures in an array, so that what all of them share is encoded once; days
 * travel as numbers, which no session setting changes.
 */
final class TrajectoryRows {

    private static final Contract CONTRACT = Contract.of(TableName.out("trajectories"));

    private static final StructType MEASURE = new StructType()
            .add("measure", StringType)
            .add("from", IntegerType)
            .add("to", IntegerType)
            .add("value", DoubleType)
            .add("lower", DoubleType)
            .add("upper", DoubleType)
            .add("level", DoubleType)
            .add("n", IntegerType)
            .add("status", StringType)
            .add("reason", StringType)
            .add("unit", StringType)
            .add("coverage", DoubleType)
            .add("measured", DoubleType);

    /** One row a series. */
    static final StructType SERIES = new StructType()
            .add("region", StringType)
            .add("technology", StringType)
            .add("metric", StringType)
            .add("basis", StringType)
            .add("source", StringType)
            .add("edition", StringType)
            .add("published_day", IntegerType)
            .add("derivation", StringType)
            .add("preferred", BooleanType)
            .add("measures", DataTypes.createArrayType(MEASURE));

    private TrajectoryRows() {}

    /** Rows of {@link #SERIES} as those of the contract, one a measure and period. */
    static Dataset<Row> conform(Dataset<Row> series) {
        Column[] columns = {
            col("region"),
            col("technology"),
            col("metric"),
            col("basis"),
            col("source"),
            col("edition"),
            date_from_unix_date(col("published_day")).as("published"),
            col("derivation"),
            col("preferred"),
            inline(col("measures"))
        };
        return CONTRACT.conform(series.select(columns)
                .withColumn("period_start", make_date(col("from"), lit(1), lit(1)))
                .withColumn("period_end", make_date(col("to"), lit(12), lit(31)))
                .drop("from", "to"));
    }

    /** A row of {@link #SERIES}. */
    static Row row(Series series, boolean preferred, List<Trajectory> measures) {
        SeriesKey key = series.key();
        return RowFactory.create(
                key.region(),
                key.technology(),
                key.metric().text(),
                key.basis(),
                key.source(),
                key.edition(),
                (int) key.published().toEpochDay(),
                series.derivation().text(),
                preferred,
                measures.stream().map(TrajectoryRows::measure).toArray(Row[]::new));
    }

    private static Row measure(Trajectory trajectory) {
        Estimate estimate = trajectory.estimate();
        Interval interval = estimate.interval().orElse(null);
        return RowFactory.create(
                trajectory.measure(),
                trajectory.from(),
                trajectory.to(),
                estimate.value().isPresent() ? estimate.value().getAsDouble() : null,
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                interval == null ? null : interval.level(),
                estimate.n(),
                estimate.status().text(),
                estimate.reason().isEmpty() ? null : estimate.reason(),
                trajectory.unit(),
                trajectory.coverage(),
                trajectory.measured());
    }
}
