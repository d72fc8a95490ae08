package org.electrongap.load.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Units that differ from each other by a power of ten. */
final class Units {

    private static final Map<String, Unit> KNOWN = new HashMap<>();

    static {
        add("power", Map.of("W", 0, "kW", 3, "MW", 6, "GW", 9, "million kW", 9));
        add("energy", Map.of("Wh", 0, "kWh", 3, "MWh", 6, "GWh", 9, "TWh", 12, "million kWh", 9, "billion kWh", 12));
        add("money", Map.of("USD", 0, "thousand USD", 3, "million USD", 6, "billion USD", 9));
        add("ratio", Map.of("%", -2, "percent", -2, "fraction", 0));
    }

    private Units() {}

    /**
     * The power of ten that turns a figure of one unit into one of the other; empty when either is unknown or they measure
     * different things.
     */
    static OptionalInt power(String from, String to) {
        Optional<Unit> source = Optional.ofNullable(KNOWN.get(from));
        Optional<Unit> target = Optional.ofNullable(KNOWN.get(to));
        if (from.equals(to)) {
            return OptionalInt.of(0);
        }
        boolean alike = source.isPresent()
                && target.isPresent()
                && source.get().quantity().equals(target.get().quantity());
        return alike ? OptionalInt.of(source.get().power() - target.get().power()) : OptionalInt.empty();
    }

    private static void add(String quantity, Map<String, Integer> powers) {
        powers.forEach((unit, power) -> KNOWN.put(unit, new Unit(quantity, power)));
    }

    private record Unit(String quantity, int power) {}
}
