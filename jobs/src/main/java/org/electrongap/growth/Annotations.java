package org.electrongap.growth;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The annotations of all panels, and what they do to a series.
 *
 * @param all the annotations
 */
public record Annotations(List<Annotation> all) implements Serializable {

    /** Of several annotations on one point the worst counts. */
    private static final Comparator<Annotation> SEVERITY =
            Comparator.comparing(Annotation::kind).thenComparing(Annotation::reason);

    public Annotations {
        all = List.copyOf(all);
    }

    /** Nothing is annotated. */
    public static Annotations none() {
        return new Annotations(List.of());
    }

    /** The regions about which something is annotated by name. */
    TreeSet<String> regions() {
        TreeSet<String> regions = new TreeSet<>();
        all.stream()
                .map(Annotation::region)
                .filter(region -> !region.equals("*"))
                .forEach(regions::add);
        return regions;
    }

    /**
     * The series with its points marked. A break whose year has no usable value lies at the next that is usable. What makes
     * all years partial alike becomes the caveat of the series.
     */
    Series mark(Series series) {
        List<Annotation> mine =
                all.stream().filter(note -> note.concerns(series.key())).toList();
        List<Annotation> lasting =
                mine.stream().filter(note -> partialThroughout(note, series)).toList();
        Series marked = mark(
                series, mine.stream().filter(note -> !lasting.contains(note)).toList());
        return lasting.isEmpty() ? marked : marked.withCaveat(lasting.get(0).reason());
    }

    private static boolean partialThroughout(Annotation note, Series series) {
        return note.kind() == Annotation.Kind.PARTIAL
                && series.points().stream().allMatch(point -> note.concerns(point.year()));
    }

    private static Series mark(Series series, List<Annotation> notes) {
        List<Point> marked = new ArrayList<>();
        Optional<Annotation> pendingBreak = Optional.empty();
        int previousYear = Integer.MIN_VALUE;
        for (Point point : series.points()) {
            Optional<Annotation> earlier = pendingBreak;
            pendingBreak = breakAfter(notes, previousYear, point.year()).or(() -> earlier);
            Point next = mark(point, notes);
            if (pendingBreak.isPresent() && next.entersChanges()) {
                next = next.marked(Status.BREAK, pendingBreak.get().reason());
                pendingBreak = Optional.empty();
            }
            marked.add(next);
            previousYear = point.year();
        }
        return series.withPoints(marked);
    }

    /** A break before the first point separates nothing. */
    private static Optional<Annotation> breakAfter(List<Annotation> notes, int previousYear, int year) {
        return notes.stream()
                .filter(note -> note.kind() == Annotation.Kind.BREAK)
                .filter(note ->
                        previousYear != Integer.MIN_VALUE && note.yearFrom() > previousYear && note.yearFrom() <= year)
                .max(SEVERITY);
    }

    private static Point mark(Point point, List<Annotation> notes) {
        return notes.stream()
                .filter(note -> note.kind() != Annotation.Kind.BREAK && note.concerns(point.year()))
                .max(SEVERITY)
                .filter(note -> note.kind().status().compareTo(point.status()) > 0)
                .map(note -> mark(point, note))
                .orElse(point);
    }

    private static Point mark(Point point, Annotation note) {
        return switch (note.kind()) {
            case MISSING -> point.withoutValue(Status.MISSING, note.reason());
            case CARRIED_FORWARD -> point.carriedForward(note.reason());
            default -> point.marked(note.kind().status(), note.reason());
        };
    }

    /** The technologies that are mis-split against each other in that year of the series' region, source and edition. */
    TreeSet<String> misSplit(SeriesKey key, int year) {
        TreeSet<String> technologies = new TreeSet<>();
        all.stream()
                .filter(note -> note.kind() == Annotation.Kind.MIS_SPLIT && note.concerns(year))
                .filter(note -> note.concerns(key.ofTechnology(note.technology())))
                .forEach(note -> technologies.add(note.technology()));
        return technologies;
    }
}
