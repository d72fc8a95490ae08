package org.electrongap.load.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The code table of regions: countries (ISO 3166-1), states of the United States (ISO 3166-2), the world, and the names of
 * aggregates and of states that no longer exist. Names are matched without regard to case and accents are kept.
 */
public final class Regions {

    /** Ember and EIA write Kosovo in their own ways, and EIA the world. */
    private static final Map<String, String> PUBLISHERS_CODES = Map.of("KOS", "XKX", "XKS", "XKX", "WORL", "WORLD");

    private static final Pattern JOINTS = Pattern.compile("\\s*(?:[;,/&]|\\band\\b)\\s*");

    private static final Regions TABLE = read();

    private final Map<String, String> countryByName = new HashMap<>();
    private final Map<String, String> countryByShortCode = new HashMap<>();
    private final Map<String, String> stateByName = new HashMap<>();
    private final Map<String, String> gridByAuthority = new HashMap<>();
    private final Set<String> countries = new HashSet<>();
    private final Set<String> states = new HashSet<>();
    private final Set<String> aggregates = new HashSet<>();
    private final Set<String> historical = new HashSet<>();

    private Regions() {}

    /** The code of a country, or WORLD, by one of its names in English. */
    public static Optional<String> country(String name) {
        return Optional.ofNullable(TABLE.countryByName.get(plain(name)));
    }

    /** The three-letter code of a country by its two-letter code; NA is Namibia. */
    public static Optional<String> countryOfShortCode(String shortCode) {
        return Optional.ofNullable(TABLE.countryByShortCode.get(shortCode.strip()));
    }

    /** The code of a country by a three-letter code, of which some publishers have their own. */
    public static Optional<String> countryOfCode(String code) {
        String iso = PUBLISHERS_CODES.getOrDefault(code.strip(), code.strip());
        return TABLE.countries.contains(iso) ? Optional.of(iso) : Optional.empty();
    }

    /** Whether a text is the three-letter code of a country. */
    public static boolean isCountry(String code) {
        return TABLE.countries.contains(code);
    }

    /** The code of a state of the United States by its postal abbreviation or name. */
    public static Optional<String> state(String name) {
        String code = "US-" + name.strip();
        return TABLE.states.contains(code)
                ? Optional.of(code)
                : Optional.ofNullable(TABLE.stateByName.get(plain(name)));
    }

    /**
     * The codes of one state or of several, joined by a semicolon; registers join them by a semicolon, a comma, a slash, an
     * ampersand or the word and. Empty where one of them is none.
     */
    public static Optional<String> states(String names) {
        List<String> codes = new ArrayList<>();
        for (String name : JOINTS.split(names)) {
            Optional<String> code = state(name);
            if (code.isEmpty()) {
                return Optional.empty();
            }
            codes.add(code.get());
        }
        return Optional.of(String.join(";", codes));
    }

    /**
     * The code of a grid area by its code of form EIA-930, such as PJM; SC is an authority there, not the state, and has a code
     * of its own.
     */
    static Optional<String> gridArea(String authority) {
        return Optional.ofNullable(TABLE.gridByAuthority.get(authority.strip().toUpperCase(Locale.ROOT)));
    }

    /** Whether a name stands for several countries. */
    public static boolean isAggregate(String name) {
        return TABLE.aggregates.contains(plain(name));
    }

    /** Whether a name stands for a state or an area that no longer exists as such. */
    public static boolean isHistorical(String name) {
        return TABLE.historical.contains(plain(name));
    }

    private static Regions read() {
        Regions regions = new Regions();
        CsvHeader[] header = new CsvHeader[1];
        new CsvText(() -> Regions.class.getResourceAsStream("/load/regions.csv"), StandardCharsets.UTF_8, ',')
                .forEach(line -> {
                    if (header[0] == null) {
                        header[0] = new CsvHeader(line.fields());
                    } else {
                        regions.add(new CsvRow(line.number(), line.fields().toArray(String[]::new), header[0]));
                    }
                });
        return regions;
    }

    private void add(CsvRow row) {
        String code = row.text("code");
        String name = plain(row.text("name"));
        switch (row.text("kind")) {
            case "country", "world" -> {
                countries.add(code);
                put(countryByName, name, code);
                put(countryByShortCode, row.text("short_code"), code);
                for (String alias : row.text("aliases").split("\\|")) {
                    put(countryByName, plain(alias), code);
                }
            }
            case "state" -> {
                states.add(code);
                put(stateByName, name, code);
                put(stateByName, plain(row.text("aliases")), code);
            }
            case "aggregate" -> aggregates.add(name);
            case "historical" -> historical.add(name);
            case "grid" ->
                gridByAuthority.put(
                        row.isBlank("short_code") ? code.replaceFirst("^US-", "") : row.text("short_code"), code);
            default -> throw new IllegalStateException("load/regions.csv: unknown kind '" + row.text("kind") + "'");
        }
    }

    /** Most rows have no alias, and a blank name is no place. */
    private static void put(Map<String, String> codes, String name, String code) {
        if (!name.isBlank()) {
            codes.put(name, code);
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
