package org.electrongap.project;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the user knows better than the scores: pairs of records that are one, and pairs that are not.
 *
 * @param pairs the pairs in the order of the file
 */
public record PairOverrides(List<Pair> pairs) {

    /** No overrides. */
    public static final PairOverrides NONE = new PairOverrides(List.of());

    private static final List<String> HEADER =
            List.of("source_a", "record_id_a", "source_b", "record_id_b", "decision", "reason");

    /** What the user decided. */
    public enum Decision {
        SAME,
        DIFFERENT
    }

    /**
     * One decision.
     *
     * @param a a record
     * @param b another record
     * @param decision whether they are one
     * @param reason why, in the user's words
     */
    public record Pair(RecordId a, RecordId b, Decision decision, String reason) {}

    public PairOverrides {
        pairs = List.copyOf(pairs);
    }

    /**
     * Reads a CSV file with the columns source_a, record_id_a, source_b, record_id_b, decision (same or different), reason.
     *
     * @throws IllegalArgumentException naming every line that cannot be used and why
     */
    public static PairOverrides read(Reader csv) {
        List<Pair> pairs = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : reader) {
                String fault = fault(row);
                if (fault.isEmpty()) {
                    pairs.add(pair(row));
                } else {
                    faults.add("line " + row.getStartingLineNumber() + ": " + fault);
                }
            }
        } catch (CsvParseException e) {
            faults.add("it cannot be read as CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the file of overrides cannot be read", e);
        }
        if (pairs.isEmpty() && faults.isEmpty()) {
            faults.add("there is no row below the header " + String.join(",", HEADER));
        }
        faults.addAll(repeated(pairs));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("overrides of project pairs: " + String.join("; ", faults));
        }
        return new PairOverrides(pairs);
    }

    private static List<String> repeated(List<Pair> pairs) {
        Set<Link> seen = new HashSet<>();
        return pairs.stream()
                .filter(pair -> !seen.add(Link.of(pair.a().number(), pair.b().number(), 0)))
                .map(pair -> "the pair " + pair.a() + " and " + pair.b() + " is decided twice; keep one row")
                .toList();
    }

    private static String fault(NamedCsvRecord row) {
        List<String> missing = HEADER.stream()
                .filter(name -> row.findField(name).filter(f -> !f.isBlank()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return "no value for " + String.join(", ", missing) + " (the columns are " + String.join(", ", HEADER)
                    + ")";
        }
        String decision = row.getField("decision");
        if (!decision.equals("same") && !decision.equals("different")) {
            return "decision '" + decision + "' is neither same nor different";
        }
        Pair pair = pair(row);
        return pair.a().equals(pair.b()) ? "a record is compared with itself" : "";
    }

    private static Pair pair(NamedCsvRecord row) {
        return new Pair(
                new RecordId(row.getField("source_a"), row.getField("record_id_a")),
                new RecordId(row.getField("source_b"), row.getField("record_id_b")),
                row.getField("decision").equals("same") ? Decision.SAME : Decision.DIFFERENT,
                row.getField("reason"));
    }
}
