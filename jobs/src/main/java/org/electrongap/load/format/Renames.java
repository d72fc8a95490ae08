package org.electrongap.load.format;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Columns that are known to go by several names, and units that are one power of ten away. */
final class Renames {

    /** Pairs that publishers, or people who edit our files, have swapped. */
    private static final Map<String, String> KNOWN = Map.of(
            "capacity_mw", "capacity_gw",
            "generation_gwh", "generation_twh",
            "demand_gwh", "demand_twh",
            "demand_mwh", "demand_twh",
            "country_code", "region",
            "Country code", "ISO 3 code",
            "Electricity Generation (TWh)", "Electricity generation (TWh)",
            "Handle", "Name",
            "publisher", "source");

    private Renames() {}

    /** What to do about a missing column, empty when nothing among the unknown ones resembles it. */
    static String hint(String missing, List<String> unknown) {
        return unknown.stream()
                .filter(name -> isSame(name, missing))
                .findFirst()
                .map(name -> differsInUnit(name, missing)
                        ? "The file has '" + name
                                + "', which is in another unit: convert its values, then rename it to '" + missing + "'"
                        : "The file has '" + name + "': rename it to '" + missing + "'")
                .orElse("");
    }

    /** The missing column that an unknown one seems to be. */
    static Optional<String> source(String unknown, List<String> missing) {
        return missing.stream().filter(name -> isSame(unknown, name)).findFirst();
    }

    private static boolean isSame(String found, String expected) {
        return expected.equals(KNOWN.get(found))
                || found.equals(KNOWN.get(expected))
                || plain(found).equals(plain(expected));
    }

    private static boolean differsInUnit(String found, String expected) {
        return !plain(found).equals(plain(expected)) && found.contains("_") && expected.matches(".*_(gw|mw|twh|usd)");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
