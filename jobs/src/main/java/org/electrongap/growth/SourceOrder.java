package org.electrongap.growth;

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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which source speaks for a metric where several do.
 *
 * @param entries the preferred sources; of one metric the first that has a series wins
 */
public record SourceOrder(List<Entry> entries) implements Serializable {

    private static final String RESOURCE = "preferred-sources.csv";

    /**
     * One preferred source.
     *
     * @param metric the value column's name
     * @param source the source, as in the table
     * @param basis the basis, or {@code *}
     */
    public record Entry(String metric, String source, String basis) implements Serializable {
        boolean is(SeriesKey key) {
            return metric.equals(key.metric().text())
                    && source.equals(key.source())
                    && (basis.equals("*") || basis.equals(key.basis()));
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
        List<Row> ranked = rows.select("published", "edition", "metric", "rank", "preferred_source", "basis")
                .orderBy(col("published").desc(), col("edition").desc(), col("metric"), col("rank"))
                .collectAsList();
        if (ranked.isEmpty()) {
            return bundled();
        }
        String newest = ranked.get(0).getString(1);
        return new SourceOrder(ranked.stream()
                .filter(row -> newest.equals(row.getString(1)))
                .map(row -> new Entry(row.getString(2), row.getString(4), row.getString(5)))
                .toList());
    }

    /** The order that is part of the program, {@code preferred-sources.csv} beside this class. */
    public static SourceOrder bundled() {
        try (InputStream in = SourceOrder.class.getResourceAsStream(RESOURCE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new SourceOrder(rows.stream()
                    .map(row -> new Entry(row.getField("metric"), row.getField("source"), row.getField("basis")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** The place of a series, from 0; sources that are not in the list come after all that are. */
    public int rank(SeriesKey key) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).is(key)) {
                return i;
            }
        }
        return entries.size();
    }
}
