package org.electrongap.growth;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.electrongap.statistics.Interval;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Comparisons as rows of {@code out/comparisons}, and the rows of trajectories that they are made of. */
final class ComparisonRows {

    private static final Contract CONTRACT = Contract.of(TableName.out("comparisons"));

    private ComparisonRows() {}

    static StructType schema() {
        return CONTRACT.schema();
    }

    static Dataset<Row> conform(Dataset<Row> rows) {
        return CONTRACT.conform(rows);
    }

    static Column[] cellColumns() {
        return Stream.of(
                        "region",
                        "technology",
                        "measure",
                        "year",
                        "value",
                        "status",
                        "reason",
                        "basis",
                        "source",
                        "edition",
                        "published",
                        "preferred")
                .map(name -> col(name))
                .toArray(Column[]::new);
    }

    static List<TrajectoryCell> read(Collection<Row> rows) {
        List<TrajectoryCell> cells = new ArrayList<>(rows.size());
        for (Row row : rows) {
            cells.add(new TrajectoryCell(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.isNullAt(4) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(4)),
                    Status.ofText(row.getString(5)),
                    row.getString(6),
                    new Definition(row.getString(7), row.getString(8), row.getString(9)),
                    row.getString(10),
                    row.getBoolean(11)));
        }
        return cells;
    }

    static Row row(RegionPair pair, Metric metric, Comparison comparison) {
        Estimate estimate = comparison.estimate();
        Interval interval = estimate.interval().orElse(null);
        return RowFactory.create(
                pair.a(),
                pair.b(),
                comparison.technology(),
                metric.text(),
                comparison.measure(),
                comparison.year(),
                estimate.value().isPresent() ? estimate.value().getAsDouble() : null,
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                comparison.a().basis(),
                comparison.b().basis(),
                estimate.status().text(),
                estimate.reason().isEmpty() ? null : estimate.reason(),
                comparison.unit(),
                interval == null ? null : interval.level(),
                estimate.n(),
                comparison.a().source(),
                comparison.b().source(),
                comparison.a().edition(),
                comparison.b().edition(),
                comparison.preferred());
    }
}
