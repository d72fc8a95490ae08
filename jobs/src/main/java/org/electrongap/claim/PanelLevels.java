package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Levels from the panels of capacity, generation and demand, one source and edition at a time. */
final class PanelLevels {

    /**
     * Technologies that held more of a total than this and are missing a year later make that later total partial; what is
     * less has retired, or lies within the tolerance of a claim.
     */
    private static final double MATERIAL_PART = Closeness.EXACT;

    private static final Set<String> OVERLAPPING = Set.of("total", "fossil", "renewable", "storage");

    private final EvidenceIndex index;

    PanelLevels(EvidenceIndex index) {
        this.index = index;
    }

    List<Level> installed(String region, Set<String> technologies) {
        return newest(levels(Measure.INSTALLED, index.panel("core/capacity", region), technologies));
    }

    List<Level> generation(String region, Set<String> technologies) {
        return newest(levels(Measure.GENERATION, index.panel("core/generation", region), technologies));
    }

    List<Level> consumption(String region) {
        return newest(levels(Measure.CONSUMPTION, index.panel("core/demand", region), Set.of()));
    }

    /** Installed at the end of a year less installed a year before, in one source and edition. */
    List<Level> netChanges(String region, Set<String> technologies) {
        return newest(changes(levels(Measure.INSTALLED, index.panel("core/capacity", region), technologies)));
    }

    /** Changes from one year end to the next, of one publisher and basis. */
    static List<Level> changes(List<Level> installed) {
        List<Level> changes = new ArrayList<>();
        for (Level end : installed) {
            installed.stream()
                    .filter(start ->
                            start.year() == end.year() - 1 && start.samePublisher(end) && start.basis() == end.basis())
                    .forEach(start -> changes.add(change(start, end)));
        }
        return changes;
    }

    /** Of each source, basis and year the level of the newest edition that has it. */
    private static List<Level> newest(List<Level> levels) {
        Map<String, Level> newest = new TreeMap<>();
        for (Level level : levels) {
            Figure figure = level.figures().get(0);
            newest.merge(
                    figure.source() + "|" + figure.basis() + "|" + level.year(),
                    level,
                    (a, b) -> EvidenceIndex.byPublication(edition(a), edition(b)) >= 0 ? a : b);
        }
        return List.copyOf(newest.values());
    }

    private static String edition(Level level) {
        return level.figures().get(0).edition();
    }

    private static Level change(Level start, Level end) {
        Unit gigawatt = Unit.parse("GW");
        Unit watt = end.unit();
        return new Level(
                Measure.ADDITIONS,
                Basis.NET,
                "all",
                end.region(),
                end.year(),
                end.value().minus(start.value()),
                "W",
                end.publisher(),
                "net change of installed capacity in " + end.year() + ", "
                        + Numbers.text(gigawatt.convert(end.value(), watt)) + " less "
                        + Numbers.text(gigawatt.convert(start.value(), watt), gigawatt) + " ("
                        + end.figures().get(0).citation() + ")",
                Level.join(end, start));
    }

    private static List<Level> levels(Measure measure, List<Figure> figures, Set<String> technologies) {
        List<Level> levels = new ArrayList<>();
        Map<String, List<Figure>> bySource = figures.stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.source() + "|" + figure.basis() + "|" + figure.edition(),
                        TreeMap::new,
                        Collectors.toList()));
        for (List<Figure> source : bySource.values()) {
            Map<Integer, List<Figure>> byYear = new TreeMap<>(source.stream()
                    .filter(figure -> figure.year().isPresent())
                    .collect(Collectors.groupingBy(figure -> figure.year().getAsInt())));
            byYear.forEach((year, ofYear) -> parts(source, ofYear, byYear.get(year - 1), technologies)
                    .ifPresent(parts -> levels.add(level(measure, year, parts, technologies))));
        }
        return levels;
    }

    /** The rows that add up to the level; empty when the source does not cover it. */
    private static Optional<List<Figure>> parts(
            List<Figure> source, List<Figure> ofYear, List<Figure> yearBefore, Set<String> technologies) {
        if (!technologies.isEmpty()) {
            return nonEmpty(ofYear.stream()
                    .filter(figure -> technologies.contains(figure.technology()))
                    .toList());
        }
        if (source.stream().anyMatch(figure -> isTotal(figure))) {
            return nonEmpty(
                    ofYear.stream().filter(PanelLevels::isTotal).limit(1).toList());
        }
        List<Figure> leaves = leaves(ofYear);
        return lacksMember(leaves, yearBefore) ? Optional.empty() : nonEmpty(leaves);
    }

    private static boolean isTotal(Figure figure) {
        return figure.technology().equals("total") || figure.technology().isEmpty();
    }

    private static List<Figure> leaves(List<Figure> figures) {
        boolean splitWind =
                figures.stream().anyMatch(figure -> figure.technology().startsWith("wind_"));
        return figures.stream()
                .filter(figure -> !OVERLAPPING.contains(figure.technology()))
                .filter(figure -> !(splitWind && figure.technology().equals("wind")))
                .toList();
    }

    private static boolean lacksMember(List<Figure> leaves, List<Figure> yearBefore) {
        if (yearBefore == null) {
            return false;
        }
        Set<String> present = new TreeSet<>();
        leaves.forEach(figure -> present.add(figure.technology()));
        List<Figure> before = leaves(yearBefore);
        double total =
                before.stream().mapToDouble(figure -> figure.value().middle()).sum();
        double missing = before.stream()
                .filter(figure -> !present.contains(figure.technology()))
                .mapToDouble(figure -> figure.value().middle())
                .sum();
        return missing > MATERIAL_PART * total;
    }

    private static Optional<List<Figure>> nonEmpty(List<Figure> figures) {
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures);
    }

    private static Level level(Measure measure, int year, List<Figure> parts, Set<String> technologies) {
        Figure first = parts.get(0);
        double low = 0;
        double high = 0;
        for (Figure part : parts) {
            low += part.value().low() * part.unit().factor();
            high += part.value().high() * part.unit().factor();
        }
        return new Level(
                measure,
                Basis.of("", first.basis()),
                "all",
                first.region(),
                year,
                new Span(low, high),
                measure.dimension(),
                first.source() + "|" + first.edition(),
                measure.words() + " of " + Technologies.words(technologies) + " in " + year + ", "
                        + first.basis().replace('_', ' ') + " (" + first.citation() + ")",
                parts);
    }
}
