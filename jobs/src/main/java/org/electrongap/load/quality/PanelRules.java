package org.electrongap.load.quality;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The rules that look at the figures of one source for one region side by side. */
final class PanelRules {

    /** Fleets below this size are rounded too coarsely by their publishers to be judged. */
    private static final double LEAST_GW = 0.5;

    /** A fleet that grows is judged from this size on: the first plants of a country multiply it. */
    private static final double GROWN_FROM_GW = 1.0;

    /** Parts and totals of publishers who round to three digits differ by less. */
    private static final double PARTS_TOLERANCE = 0.05;

    /** A technology below this share of the region's figures may be left out without a reader's noticing. */
    private static final double LEAST_SHARE = 0.01;

    /** Sums that stand among the technologies, and the leaves that they already hold. */
    private static final Map<String, Set<String>> SUMS = Map.of(
            "fossil", Set.of("coal", "gas", "oil", "fossil_other"),
            "wind", Set.of("wind_onshore", "wind_offshore"));

    private final Panel panel;

    private PanelRules(Panel panel) {
        this.panel = panel;
    }

    /** The flags of a region's figures, in the order of edition, year, technology and rule. */
    static List<Flag> flags(List<Figure> figures) {
        return new PanelRules(new Panel(figures)).flags();
    }

    private List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        for (SortedMap<String, Figure> year : panel.years()) {
            for (Figure figure : year.values()) {
                if (figure.isCapacity()) {
                    growth(figure).ifPresent(flags::add);
                } else {
                    capacityFactor(figure).ifPresent(flags::add);
                }
            }
            parts(year).ifPresent(flags::add);
            flags.addAll(leftOut(year));
        }
        return flags;
    }

    /**
     * Generation over what the larger of the fleets at the start and at the end of the year could have generated: plants
     * that retire or start within the year count in full, so a fleet that shrinks does not look as if it ran above 100 %.
     */
    private Optional<Flag> capacityFactor(Figure generation) {
        Optional<Bounds> bounds = Bounds.of(generation.technology());
        Optional<Double> end = fleet(generation, generation.year());
        if (bounds.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        double fleet =
                Math.max(end.get(), fleet(generation, generation.year() - 1).orElse(0.0));
        if (fleet < LEAST_GW) {
            return Optional.empty();
        }
        double hours = 24.0 * Year.of(generation.year()).length();
        double factor = generated(generation) * 1000 / (fleet * hours);
        double low = bounds.get().capacityFactorLow();
        double high = bounds.get().capacityFactorHigh();
        if (factor >= low && factor <= high) {
            return Optional.empty();
        }
        String reason = String.format(
                Locale.ROOT,
                "%s TWh from %s GW is %.1f %% of what the fleet could generate; %.0f to %.0f %% is plausible",
                generated(generation),
                fleet,
                100 * factor,
                100 * low,
                100 * high);
        return Optional.of(new Flag("capacity_factor", generation, factor, "fraction", low, high, reason));
    }

    /** Pumped storage counts with hydropower on both sides, because publishers draw the line between them differently. */
    private Optional<Double> fleet(Figure generation, int year) {
        Optional<Double> own =
                panel.capacity(generation, generation.technology(), year).map(Figure::value);
        return generation.technology().equals("hydro")
                ? own.map(gw -> gw
                        + panel.capacity(generation, "pumped_storage", year)
                                .map(Figure::value)
                                .orElse(0.0))
                : own;
    }

    private double generated(Figure generation) {
        Figure pumped = panel.allInYear(generation, generation.year()).get("pumped_storage");
        return generation.technology().equals("hydro") && pumped != null
                ? generation.value() + pumped.value()
                : generation.value();
    }

    private Optional<Flag> growth(Figure capacity) {
        Optional<Figure> before = panel.inYear(capacity, capacity.year() - 1);
        Optional<Bounds> bounds = Bounds.of(capacity.technology());
        if (before.isEmpty() || bounds.isEmpty() || before.get().value() < GROWN_FROM_GW) {
            return Optional.empty();
        }
        double ratio = capacity.value() / before.get().value();
        double high = bounds.get().growthHigh();
        String reason = String.format(
                Locale.ROOT,
                "%s GW after %s GW a year before is %.2f times as much; up to %s times is plausible",
                capacity.value(),
                before.get().value(),
                ratio,
                high);
        return ratio <= high
                ? Optional.empty()
                : Optional.of(new Flag("fleet_growth", capacity, ratio, "fraction", null, high, reason));
    }

    private Optional<Flag> parts(SortedMap<String, Figure> year) {
        Figure total = year.get("total");
        double sum = leaves(year).stream().mapToDouble(Figure::value).sum();
        if (total == null || year.size() == 1 || total.value() < 1) {
            return Optional.empty();
        }
        double ratio = sum / total.value();
        String reason = String.format(
                Locale.ROOT,
                "its %d parts add up to %.3f, which is %.1f %% of the total %s",
                year.size() - 1,
                sum,
                100 * ratio,
                total.value());
        return Math.abs(ratio - 1) <= PARTS_TOLERANCE
                ? Optional.empty()
                : Optional.of(new Flag(
                        "parts_against_total",
                        total,
                        ratio,
                        "fraction",
                        1 - PARTS_TOLERANCE,
                        1 + PARTS_TOLERANCE,
                        reason));
    }

    private static List<Figure> leaves(SortedMap<String, Figure> year) {
        return year.values().stream()
                .filter(figure -> !figure.technology().equals("total"))
                .filter(figure -> SUMS.entrySet().stream()
                        .noneMatch(sum ->
                                year.containsKey(sum.getKey()) && sum.getValue().contains(figure.technology())))
                .toList();
    }

    /** Technologies that the year before, or the edition before, holds and this one does not: a fall that is none. */
    private List<Flag> leftOut(SortedMap<String, Figure> year) {
        List<Flag> flags = new ArrayList<>();
        Figure any = year.get(year.firstKey());
        missing(panel.allInYear(any, any.year() - 1), year)
                .forEach(figure -> flags.add(leftOut(figure, any, "left_out_of_year", "the year before")));
        missing(panel.inEditionBefore(any), year)
                .forEach(figure ->
                        flags.add(leftOut(figure, any, "left_out_of_edition", "edition " + figure.edition())));
        return flags;
    }

    private static List<Figure> missing(SortedMap<String, Figure> before, SortedMap<String, Figure> now) {
        double sum = leaves(before).stream().mapToDouble(Figure::value).sum();
        return before.values().stream()
                .filter(figure -> !now.containsKey(figure.technology()) && !isCovered(figure.technology(), now))
                .filter(figure -> figure.value() >= LEAST_SHARE * sum && figure.value() > 0)
                .toList();
    }

    /** A sum whose leaves are there, or a leaf whose sum is, is not left out. */
    private static boolean isCovered(String technology, SortedMap<String, Figure> now) {
        return SUMS.entrySet().stream()
                .anyMatch(sum -> (sum.getValue().contains(technology) && now.containsKey(sum.getKey()))
                        || (sum.getKey().equals(technology)
                                && sum.getValue().stream().anyMatch(now::containsKey)));
    }

    private static Flag leftOut(Figure held, Figure now, String rule, String where) {
        Figure absent =
                new Figure(now.metric(), now.edition(), now.basis(), held.technology(), now.year(), held.value());
        String reason = String.format(
                Locale.ROOT,
                "%s holds %s, and %d of edition %s does not name the technology: a sum without it is no fall",
                where,
                held.value(),
                now.year(),
                now.edition());
        return new Flag(rule, absent, held.value(), now.isCapacity() ? "GW" : "TWh", null, null, reason);
    }
}
