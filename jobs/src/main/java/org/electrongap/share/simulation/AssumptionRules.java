package org.electrongap.share.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** What a row of assumptions must fulfil. */
final class AssumptionRules {

    private static final String WEIGHT = "weight_";
    private static final double WEIGHT_TOLERANCE = 1e-6;

    private AssumptionRules() {}

    static List<String> faultsOf(Assumption row) {
        List<String> faults = new ArrayList<>();
        String where = "assumption '" + row.key() + "': ";
        if (!Double.isFinite(row.value())) {
            faults.add(where + "its value is not a finite number");
        }
        spreadFaults(row, faults, where);
        if (isProbability(row) && (row.value() < 0 || row.value() > 1)) {
            faults.add(
                    where + "is a " + row.unit() + " and lies in 0 to 1, not " + row.value() + ": write 8 % as 0.08");
        }
        if (isInnerProbability(row) && (row.value() <= 0 || row.value() >= 1)) {
            faults.add(where + row.kind().code() + " needs a value between 0 and 1, not " + row.value());
        }
        if (row.kind() == DistributionKind.LOGNORMAL && !(row.value() > 0)) {
            faults.add(where + "lognormal needs a value above 0, not " + row.value());
        }
        boundFaults(row, faults, where);
        return faults;
    }

    /** Low and high of a clipped kind are its bounds: of other kinds, what was considered. */
    private static void boundFaults(Assumption row, List<String> faults, String where) {
        double low = row.low().orElse(Double.NEGATIVE_INFINITY);
        double high = row.high().orElse(Double.POSITIVE_INFINITY);
        if (low > high) {
            faults.add(where + "its low end " + low + " lies above its high end " + high);
        } else if (row.kind() == DistributionKind.NORMAL_CLIPPED
                && row.low().isEmpty()
                && row.high().isEmpty()) {
            faults.add(where + row.kind().code() + " needs the columns low and high, to which it is clipped");
        } else if (row.kind() == DistributionKind.NORMAL_CLIPPED && row.clipped(row.value()) != row.value()) {
            faults.add(where + "its value " + row.value() + " lies outside of " + low + " to " + high
                    + ", to which it is clipped: give low and high with it");
        }
    }

    static List<String> weightFaults(Collection<Assumption> rows) {
        List<Assumption> weights =
                rows.stream().filter(row -> row.name().startsWith(WEIGHT)).toList();
        if (weights.isEmpty()) {
            return List.of();
        }
        double sum = weights.stream().mapToDouble(Assumption::value).sum();
        if (Math.abs(sum - 1) <= WEIGHT_TOLERANCE) {
            return List.of();
        }
        List<String> parts =
                weights.stream().map(row -> row.name() + " " + row.value()).toList();
        return List.of("the weights of the pool add to " + sum + ", not to 1 (" + String.join(", ", parts)
                + "): change one of them, and give every weight that you change");
    }

    private static void spreadFaults(Assumption row, List<String> faults, String where) {
        int needed = row.kind().spreads();
        if (needed > 0 && row.spread().isEmpty()) {
            faults.add(where + row.kind().code() + " needs the column spread");
        }
        if (needed > 1 && row.spread2().isEmpty()) {
            faults.add(where + row.kind().code() + " needs the column spread_2");
        }
        negativeFault(row.spread(), "spread", faults, where);
        negativeFault(row.spread2(), "spread_2", faults, where);
    }

    private static void negativeFault(OptionalDouble spread, String column, List<String> faults, String where) {
        if (spread.isPresent() && !(spread.getAsDouble() >= 0)) {
            faults.add(where + column + " is " + spread.getAsDouble() + ", and a spread is not negative");
        }
    }

    private static boolean isProbability(Assumption row) {
        return row.unit().equals("fraction")
                || row.unit().equals("probability")
                || row.unit().equals("weight");
    }

    private static boolean isInnerProbability(Assumption row) {
        return row.kind() == DistributionKind.BETA || row.kind() == DistributionKind.LOGIT_COMMON_SHOCK;
    }
}
