package org.electrongap.growth;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of {@code core/annotations} as values; a hand-written table of at most some hundred rows. */
final class AnnotationRows {

    private static final Comparator<Annotation> ORDER = Comparator.comparing(Annotation::metric)
            .thenComparing(Annotation::region)
            .thenComparing(Annotation::technology)
            .thenComparingInt(Annotation::yearFrom)
            .thenComparing(Annotation::kind)
            .thenComparing(Annotation::source)
            .thenComparing(Annotation::edition)
            .thenComparing(Annotation::reason);

    private AnnotationRows() {}

    static Annotations read(Dataset<Row> rows) {
        Dataset<Row> visible = rows.filter(
                        col("published").isNotNull().and(col("metric").isin(metrics())))
                .select(
                        col("metric"),
                        col("region"),
                        col("technology"),
                        col("year_from"),
                        coalesce(col("year_to"), col("year_from")).as("year_to"),
                        col("source"),
                        col("series_edition"),
                        col("kind"),
                        col("reason"));
        List<Annotation> notes = visible.collectAsList().stream()
                .map(AnnotationRows::read)
                .sorted(ORDER)
                .toList();
        return new Annotations(notes);
    }

    private static Object[] metrics() {
        return Stream.of(Metric.values()).map(Metric::table).toArray();
    }

    private static Annotation read(Row row) {
        return new Annotation(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                Annotation.Kind.ofText(row.getString(7)),
                row.getString(8));
    }
}
