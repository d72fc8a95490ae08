package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quantity with its unit inside a claim's words: the "10 GW" of "10 GW is about the use of 8 million homes".
 *
 * @param value the number
 * @param unit its unit
 */
record Amount(double value, Unit unit) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d[\\d,]*(?:\\.\\d+)?)[ -]*(thousand |million |billion |trillion )?"
                    + "(TWh|GWh|MWh|kWh|TW|GW|MW|kW|terawatts?|gigawatts?|megawatts?|kilowatts?|dollars|USD|households|homes|"
                    + "reactors|GPUs|chips)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Every amount in a text, in the order in which they stand. */
    static List<Amount> in(String text) {
        List<Amount> amounts = new ArrayList<>();
        Matcher found = WRITTEN.matcher(text);
        while (found.find()) {
            String scale = found.group(2) == null ? "" : found.group(2).trim() + "_";
            double value = Double.parseDouble(found.group(1).replace(",", ""));
            amounts.add(new Amount(value, Unit.parse(scale + found.group(3))));
        }
        return amounts;
    }

    double inBaseUnit() {
        return value * unit.factor();
    }

    boolean isPowerOrEnergy() {
        return unit.dimension().equals("W") || unit.dimension().equals("Wh");
    }

    /** Watt-hours in a year: energy as it is, power as running all year. */
    double wattHoursAYear() {
        return unit.dimension().equals("W") ? inBaseUnit() * HOURS_A_YEAR : inBaseUnit();
    }

    /** 1 GW running all year is 8.76 TWh. */
    static final double HOURS_A_YEAR = 8760;
}
