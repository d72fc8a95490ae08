package org.electrongap.growth;

import java.time.LocalDate;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.electrongap.statistics.Interval;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Trajectories as rows of {@code out/trajectories}: this is where an absent value becomes null. */
final class TrajectoryRows {

    private static final Contract CONTRACT = Contract.of(TableName.out("trajectories"));

    private final Series series;
    private final String published;
    private final boolean preferred;

    TrajectoryRows(Series series, boolean preferred) {
        this.series = series;
        this.published = series.key().published().toString();
        this.preferred = preferred;
    }

    /** The schema of the rows: that of the contract, days as text, which no session setting changes. */
    static StructType schema() {
        return new StructType(Arrays.stream(CONTRACT.schema().fields())
                .map(field -> field.dataType().equals(DataTypes.DateType)
                        ? DataTypes.createStructField(field.name(), DataTypes.StringType, true)
                        : field)
                .toArray(StructField[]::new));
    }

    /** Rows of {@link #schema} in the form of the contract. */
    static Dataset<Row> conform(Dataset<Row> rows) {
        return CONTRACT.conform(rows);
    }

    Row row(Trajectory trajectory) {
        SeriesKey key = series.key();
        Estimate estimate = trajectory.estimate();
        Interval interval = estimate.interval().orElse(null);
        return RowFactory.create(
                key.region(),
                key.technology(),
                key.metric().text(),
                trajectory.measure(),
                LocalDate.of(trajectory.from(), 1, 1).toString(),
                LocalDate.of(trajectory.to(), 12, 31).toString(),
                estimate.value().isPresent() ? estimate.value().getAsDouble() : null,
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                interval == null ? null : interval.level(),
                estimate.n(),
                estimate.status().text(),
                estimate.reason().isEmpty() ? null : estimate.reason(),
                trajectory.unit(),
                key.basis(),
                key.source(),
                key.edition(),
                published,
                series.derivation().text(),
                preferred,
                trajectory.coverage(),
                trajectory.measured());
    }
}
