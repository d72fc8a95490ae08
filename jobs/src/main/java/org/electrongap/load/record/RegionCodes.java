package org.electrongap.load.record;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The codes that a column of places may have; the table is {@code load/regions.csv}. Subdivisions of other countries than the
 * United States are not in the table: of theirs, the country and the form are looked at (ISO 3166-2).
 */
enum RegionCodes {
    /** A country, a subdivision, WORLD, a grid area, a publisher's aggregate, or countries joined by a plus sign. */
    REGION(
            "is no region of the code table: a country (ISO 3166-1 alpha-3), a subdivision (ISO 3166-2), WORLD, a grid area"
                    + " such as US-PJM, a publisher's aggregate, or countries joined by +") {
        @Override
        boolean holds(String text) {
            return COUNTRY.holds(text)
                    || SUBDIVISIONS.holds(text)
                    || TABLE.grids.contains(text)
                    || AGGREGATES.contains(text)
                    || PUBLISHERS_OWN.matcher(text).matches();
        }
    },
    /** A country or WORLD; several joined by a plus sign. */
    COUNTRY("is no country of the code table (ISO 3166-1 alpha-3; several joined by +)") {
        @Override
        boolean holds(String text) {
            return TABLE.countries.contains(text)
                    || Arrays.stream(text.split("\\+", -1)).allMatch(TABLE.countries::contains);
        }
    },
    /** Subdivisions joined by a semicolon. */
    SUBDIVISIONS("is no list of subdivisions (ISO 3166-2) joined by a semicolon") {
        @Override
        boolean holds(String text) {
            return Arrays.stream(text.split(";", -1)).map(String::strip).allMatch(RegionCodes::isSubdivision);
        }
    };

    private static final Set<String> AGGREGATES =
            Set.of("EUROPE", "APAC_EX_CHN", "REST_OF_WORLD", "NORTH_AMERICA", "EU27");
    /** Aggregates of Ember. */
    private static final Pattern PUBLISHERS_OWN = Pattern.compile("AGG-[A-Z0-9]+");

    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final Table TABLE = Table.read();

    private final String fault;

    RegionCodes(String fault) {
        this.fault = fault;
    }

    /** The codes that a contract names. */
    static RegionCodes named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Whether the text is such a code. */
    abstract boolean holds(String text);

    /** What is wrong with a text that is none. */
    String fault() {
        return fault;
    }

    private static boolean isSubdivision(String code) {
        return code.startsWith("US-")
                ? TABLE.states.contains(code)
                : SUBDIVISION.matcher(code).matches() && TABLE.shortCodes.contains(code.substring(0, 2));
    }

    private record Table(Set<String> countries, Set<String> shortCodes, Set<String> states, Set<String> grids) {

        static Table read() {
            Table table = new Table(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
            var in = Objects.requireNonNull(RegionCodes.class.getResourceAsStream("/load/regions.csv"));
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                rows.forEach(table::add);
            } catch (IOException e) {
                throw new UncheckedIOException("load/regions.csv cannot be read", e);
            }
            return table;
        }

        private void add(NamedCsvRecord row) {
            switch (row.getField("kind")) {
                case "country", "world" -> {
                    countries.add(row.getField("code"));
                    shortCodes.add(row.getField("short_code"));
                }
                case "state" -> states.add(row.getField("code"));
                case "grid" -> grids.add(row.getField("code"));
                default -> {
                    // Names of aggregates and of former states have no code.
                }
            }
        }
    }
}
