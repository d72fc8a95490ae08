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
    /** The end of the name of a metric whose rows hold for forecasts alone. */
    private static final String FORECAST = "_forecast";

    private static final String RESOURCE = "preferred-sources.csv";

    /**
     * One preferred source.
     *
     * @param metric the value column's name, with {@code _forecast} behind it where the row holds for forecasts alone
     * @param source the source, as in the table
     * @param basis the basis, or {@code *}
     */
    public record Entry(String metric, String source, String basis) implements Serializable {
        /** The metric, whether the row holds for all or for forecasts alone. */
        String measured() {
            return metric.endsWith(FORECAST) ? metric.substring(0, metric.length() - FORECAST.length()) : metric;
        }

        /** Whether another row has nothing to say beside this: one for all speaks for forecasts too, not the other way. */
        boolean replaces(Entry other) {
            return metric.equals(other.metric()) || metric.equals(other.measured());
        }

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
     * The order of the newest edition of {@code core/preferred_sources}; for metrics of which it says nothing, the one that is
     * part of the program.
     *
     * @param rows rows of {@code core/preferred_sources} that the as-of day sees
     */
    public static SourceOrder of(Dataset<Row> rows) {
        List<Row> ranked = rows.select("published", "edition", "metric", "rank", "preferred_source", "basis")
                .orderBy(col("published").desc(), col("edition").desc(), col("metric"), col("rank"))
                .collectAsList();
        String newest = ranked.isEmpty() ? "" : ranked.get(0).getString(1);
        List<Entry> own = ranked.stream()
                .filter(row -> newest.equals(row.getString(1)))
                .map(row -> new Entry(row.getString(2), row.getString(4), row.getString(5)))
                .toList();
        Stream<Entry> others =
                bundled().entries().stream().filter(entry -> own.stream().noneMatch(mine -> mine.replaces(entry)));
        return new SourceOrder(Stream.concat(own.stream(), others).toList());
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

    /** The order for forecasts: the rows for forecasts alone come before those of the same metric for all. */
    public SourceOrder forForecasts() {
        Stream<Entry> own = entries.stream()
                .filter(entry -> entry.metric().endsWith(FORECAST))
                .map(entry -> new Entry(entry.measured(), entry.source(), entry.basis()));
        return new SourceOrder(Stream.concat(own, entries.stream()).toList());
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
