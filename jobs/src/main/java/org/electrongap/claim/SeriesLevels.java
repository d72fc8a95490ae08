package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Levels from single figures: market series and reference facts about a region's power system. */
final class SeriesLevels {

    private record National(Figure figure, Measure measure, Set<String> technologies, int year) {}

    private final List<National> national;

    SeriesLevels(EvidenceIndex index) {
        national = new ArrayList<>();
        for (Figure figure : index.singles()) {
            OptionalInt year = figure.year();
            Optional<Measure> measure = index.names(figure).isEmpty() ? measureOf(figure) : Optional.empty();
            if (measure.isPresent() && year.isPresent()) {
                national.add(new National(figure, measure.get(), technologiesOf(figure), year.getAsInt()));
            }
        }
    }

    List<Level> of(Measure measure, String region, Set<String> technologies) {
        return national.stream()
                .filter(found -> found.measure() == measure
                        && found.figure().region().equals(region)
                        && found.technologies().equals(technologies))
                .map(found -> level(measure, found.figure(), found.year()))
                .toList();
    }

    /** Who publishes single figures of a measure, of any region. */
    Set<String> publishers(Measure measure) {
        return national.stream()
                .filter(found -> found.measure() == measure)
                .map(found -> publisher(found.figure().source()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The measure of a single figure: named by its series, of the right dimension, and about no named thing. */
    private static Optional<Measure> measureOf(Figure figure) {
        String text = figure.quantity() + " " + figure.subject();
        if (figure.table().equals("core/datacenter_projects")) {
            return Optional.empty();
        }
        return Measure.namedIn(figure.quantity())
                .or(() -> Measure.namedIn(text))
                .filter(measure -> measure.dimension().equals(figure.unit().dimension())
                        || (measure == Measure.ADDITIONS
                                && figure.unit().dimension().equals("W/year")));
    }

    private static Set<String> technologiesOf(Figure figure) {
        String text = figure.quantity() + " " + figure.subject();
        return Words.matches(text, "storage") && !Words.matches(text, "with|pumped|incl")
                ? Set.of("storage")
                : Technologies.namedIn(text);
    }

    private static Level level(Measure measure, Figure figure, int year) {
        String words = figure.quantity() + " " + figure.subject() + " " + figure.basis();
        return new Level(
                measure,
                Basis.of(figure.kind(), words),
                "all",
                figure.region(),
                year,
                figure.value().times(figure.unit().factor()),
                measure.dimension(),
                publisher(figure.source()),
                figure.valueText() + ", "
                        + (figure.basis().isEmpty() ? figure.quantity() : figure.basis()).replace('_', ' ') + ", "
                        + figure.period() + " (" + figure.citation() + ")",
                List.of(figure));
    }

    private static String publisher(String source) {
        return source.replaceAll("\\s*\\((?:via|from)[^)]*\\)", "");
    }
}
