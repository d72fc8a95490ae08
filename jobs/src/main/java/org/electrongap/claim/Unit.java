package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of a claim or a figure: what it measures and how much of the base unit one of it is.
 *
 * @param dimension base unit of what is measured: {@code W}, {@code Wh}, {@code USD}, {@code 1}, {@code year}, {@code date},
 *     {@code count:household}; a rate or density has its divisor behind a slash, such as {@code W/year}
 * @param factor base units in one of this unit
 * @param written the unit as it was written
 */
public record Unit(String dimension, double factor, String written) {

    private record Base(String dimension, double factor) {}

    /** 365.25 days, so that weeks and years meet. */
    private static final double DAYS_A_YEAR = 365.25;

    private static final Map<String, Double> SCALES = Map.ofEntries(
            Map.entry("hundred", 1e2),
            Map.entry("thousand", 1e3),
            Map.entry("million", 1e6),
            Map.entry("billion", 1e9),
            Map.entry("trillion", 1e12),
            Map.entry("bn", 1e9),
            Map.entry("tn", 1e12),
            Map.entry("mn", 1e6),
            Map.entry("oku", 1e8), // Japanese counts by ten thousands
            Map.entry("cho", 1e12));

    private static final Map<String, Base> BASES = Map.ofEntries(
            Map.entry("w", new Base("W", 1)),
            Map.entry("watt", new Base("W", 1)),
            Map.entry("kw", new Base("W", 1e3)),
            Map.entry("kilowatt", new Base("W", 1e3)),
            Map.entry("mw", new Base("W", 1e6)),
            Map.entry("megawatt", new Base("W", 1e6)),
            Map.entry("gw", new Base("W", 1e9)),
            Map.entry("gigawatt", new Base("W", 1e9)),
            Map.entry("tw", new Base("W", 1e12)),
            Map.entry("terawatt", new Base("W", 1e12)),
            Map.entry("wh", new Base("Wh", 1)),
            Map.entry("kwh", new Base("Wh", 1e3)),
            Map.entry("mwh", new Base("Wh", 1e6)),
            Map.entry("gwh", new Base("Wh", 1e9)),
            Map.entry("twh", new Base("Wh", 1e12)),
            Map.entry("pwh", new Base("Wh", 1e15)),
            Map.entry("usd", new Base("USD", 1)),
            Map.entry("dollar", new Base("USD", 1)),
            Map.entry("cent", new Base("USD", 0.01)),
            Map.entry("jpy", new Base("JPY", 1)),
            Map.entry("yen", new Base("JPY", 1)),
            Map.entry("eur", new Base("EUR", 1)),
            Map.entry("euro", new Base("EUR", 1)),
            Map.entry("cny", new Base("CNY", 1)),
            Map.entry("yuan", new Base("CNY", 1)),
            Map.entry("percent", new Base("1", 0.01)),
            Map.entry("pct", new Base("1", 0.01)),
            Map.entry("%", new Base("1", 0.01)),
            Map.entry("fraction", new Base("1", 1)),
            Map.entry("x", new Base("1", 1)),
            Map.entry("time", new Base("1", 1)),
            Map.entry("ratio", new Base("1", 1)),
            Map.entry("year", new Base("year", 1)),
            Map.entry("month", new Base("year", 1.0 / 12)),
            Map.entry("week", new Base("year", 7 / DAYS_A_YEAR)),
            Map.entry("day", new Base("year", 1 / DAYS_A_YEAR)),
            Map.entry("hour", new Base("year", 1 / (24 * DAYS_A_YEAR))),
            Map.entry("h", new Base("year", 1 / (24 * DAYS_A_YEAR))),
            Map.entry("yr", new Base("year", 1)),
            Map.entry("annum", new Base("year", 1)),
            Map.entry("tonne", new Base("t", 1)),
            Map.entry("ton", new Base("t", 1)),
            Map.entry("t", new Base("t", 1)),
            Map.entry("kg", new Base("t", 1e-3)),
            Map.entry("date", new Base("date", 1)));

    /** Reads {@code GW}, {@code USD_billion_per_year}, {@code million_households}, {@code percent_of_electricity}, {@code date}. */
    public static Unit parse(String written) {
        String text = spelledOut(written.trim().toLowerCase(Locale.ROOT));
        String[] parts = text.split("_per_", 2);
        Unit top = product(parts[0], written);
        return parts.length == 1 ? top : top.per(parts[1], written);
    }

    /** One spelling for what people write: {@code TWh/yr}, {@code per cent}, {@code terawatt-hours}, {@code $}. */
    private static String spelledOut(String written) {
        return written.replaceAll("[ -]+", "_")
                .replaceAll("us\\$|\\$", "usd")
                .replace("€", "eur")
                .replace("per_cent", "percent")
                .replaceAll("(k)ilowatt_?hours?|(m)egawatt_?hours?|(g)igawatt_?hours?|(t)erawatt_?hours?", "$1$2$3$4wh")
                .replace("/", "_per_");
    }

    private static Unit product(String text, String written) {
        double factor = 1;
        Base base = null;
        List<String> nouns = new ArrayList<>();
        for (String part : text.split("_of_", 2)[0].split("_")) {
            if (SCALES.containsKey(part)) {
                factor *= SCALES.get(part);
            } else if (base == null && baseOf(part).isPresent()) {
                base = baseOf(part).orElseThrow();
            } else if (!part.matches("\\d{4}|us|")) {
                nouns.add(Words.normal(part));
            }
        }
        return base != null
                ? new Unit(base.dimension, factor * base.factor, written)
                : new Unit("count:" + String.join(" ", nouns), factor, written);
    }

    private static Optional<Base> baseOf(String part) {
        Base exact = BASES.get(part);
        return Optional.ofNullable(exact != null ? exact : BASES.get(part.replaceAll("s$", "")));
    }

    private Unit per(String divisor, String asWritten) {
        Unit below = product(divisor, divisor);
        if (dimension.startsWith("count:") && below.dimension.equals("year")) {
            return new Unit(dimension, factor, asWritten); // "households per year" counts households by a year's use
        }
        String name = below.dimension.startsWith("count:") ? below.dimension.substring(6) : below.dimension;
        return new Unit(dimension + "/" + name, factor / below.factor, asWritten);
    }

    boolean isDate() {
        return dimension.equals("date");
    }

    boolean isMoney() {
        return dimension.matches("(USD|JPY|EUR|CNY)(/.*)?");
    }

    boolean isCount() {
        return dimension.startsWith("count:");
    }

    /** What is counted: {@code household} of {@code million_households}. */
    String counted() {
        return isCount() ? dimension.substring(6) : "";
    }

    boolean measuresLike(Unit other) {
        return dimension.equals(other.dimension);
    }

    /** Values of another unit of the same dimension, in this unit. */
    Span convert(Span values, Unit from) {
        return values.times(from.factor / factor);
    }
}
