package org.electrongap.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Countries by the names that people type. */
final class Countries {

    private Countries() {}

    /** The code (ISO 3166-1 alpha-3) of a country's English or Japanese name or two-letter code; nothing for other words. */
    static Optional<String> codeOf(String typed) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Locale.Builder().setRegion(code).build())
                .filter(country -> Stream.of(
                                country.getDisplayCountry(Locale.ENGLISH),
                                country.getDisplayCountry(Locale.JAPANESE),
                                country.getCountry())
                        .anyMatch(typed.strip()::equalsIgnoreCase))
                .map(Locale::getISO3Country)
                .findFirst();
    }
}
