package org.electrongap.table;

import static org.apache.spark.sql.functions.col;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which source speaks for a metric where several do.
 *
 * @param entries the preferred sources; of one metric the first that has a series wins
 */
public record SourceOrder(List<Entry> entries) implements Serializable {

    private static final String ANY = "*";
    private static final String RESOURCE = "preferred-sources.csv";

    /**
     * One preferred source.
     *
     * @param metric the value column's name
     * @param source the source, as in the table
     * @param basis the basis, or {@code *}
     * @param usedBy the job for which it holds, or {@code *}
     */
    public record Entry(String metric, String source, String basis, String usedBy) implements Serializable {
        boolean is(String otherMetric, String otherSource, String otherBasis) {
            return metric.equals(otherMetric)
                    && source.equals(otherSource)
                    && (basis.equals(ANY) || basis.equals(otherBasis));
        }
    }

    public SourceOrder {
        entries = List.copyOf(entries);
    }

    /**
     * The order of the newest edition of {@code core/preferred_sources}; the one that is part of the program where the table
     * holds none.
     *
     * @param rows rows of {@code core/preferred_sources} that the as-of day sees
     */
    public static SourceOrder of(Dataset<Row> rows) {
        List<Row> ranked = rows.select("published", "edition", "metric", "rank", "preferred_source", "basis", "used_by")
                .orderBy(col("published").desc(), col("edition").desc(), col("metric"), col("rank"))
                .collectAsList();
        if (ranked.isEmpty()) {
            return bundled();
        }
        String newest = ranked.get(0).getString(1);
        return new SourceOrder(ranked.stream()
                .filter(row -> newest.equals(row.getString(1)))
                .map(row -> new Entry(row.getString(2), row.getString(4), row.getString(5), row.getString(6)))
                .toList());
    }

    /** The order that is part of the program, {@code preferred-sources.csv} beside this class. */
    public static SourceOrder bundled() {
        try (InputStream in = SourceOrder.class.getResourceAsStream(RESOURCE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new SourceOrder(rows.stream()
                    .map(row -> new Entry(
                            row.getField("metric"),
                            row.getField("source"),
                            row.getField("basis"),
                            row.getField("used_by")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The order that holds for a job: the rows for it alone, then those for all jobs. */
    public SourceOrder usedBy(String job) {
        return new SourceOrder(Stream.concat(
                        entries.stream().filter(entry -> entry.usedBy().equals(job)),
                        entries.stream().filter(entry -> entry.usedBy().equals(ANY)))
                .toList());
    }

    /**
     * The place of a series, from 0; sources that are not in the list come after all that are.
     *
     * @param metric the value column's name
     * @param source the source, as in the table
     * @param basis the basis, as in the table
     */
    public int rank(String metric, String source, String basis) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).is(metric, source, basis)) {
                return i;
            }
        }
        return entries.size();
    }
}
