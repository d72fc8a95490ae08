package org.electrongap.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * One series of one edition, its years in order.
 *
 * @param key what identifies it
 * @param derivation how its values came about
 * @param points the years that the source speaks of, in order, each once
 * @param members of an aggregate: the same series of those members about which something is annotated
 * @param caveat what holds for all its years alike, so that they compare with each other; empty for most series
 */
public record Series(SeriesKey key, Derivation derivation, List<Point> points, List<Series> members, String caveat) {

    /** How the values of a series came about. */
    public enum Derivation {
        /** As the source gives them. */
        SOURCE,
        /** The sum of the technologies that the source gives. */
        SUM_OF_LEAVES;

        /** The value of the column {@code derivation}. */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Series {
        points = List.copyOf(points);
        members = List.copyOf(members);
    }

    /** A series as its source gives it. */
    public static Series asPublished(SeriesKey key, List<Point> points) {
        return new Series(key, Derivation.SOURCE, points, List.of(), "");
    }

    Series withMembers(List<Series> newMembers) {
        return new Series(key, derivation, points, newMembers, caveat);
    }

    Series withPoints(List<Point> newPoints) {
        return new Series(key, derivation, newPoints, members, caveat);
    }

    Series withCaveat(String newCaveat) {
        return new Series(key, derivation, points, members, newCaveat);
    }

    /** The point of a year, empty when the source does not speak of it. */
    public Optional<Point> at(int year) {
        int low = 0;
        int high = points.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = points.get(middle).year();
            if (found == year) {
                return Optional.of(points.get(middle));
            }
            if (found < year) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** The first year with a positive value. */
    OptionalInt firstPositiveYear() {
        return points.stream()
                .filter(point -> point.value().isPresent() && point.level() > 0)
                .mapToInt(Point::year)
                .findFirst();
    }

    /** The last year that may end a change. */
    OptionalInt lastUsableYear() {
        for (int i = points.size() - 1; i >= 0; i--) {
            if (points.get(i).entersChanges()) {
                return OptionalInt.of(points.get(i).year());
            }
        }
        return OptionalInt.empty();
    }

    /** The break after {@code from} and until {@code to}, if there is one: the latest. */
    Optional<Point> breakWithin(int from, int to) {
        for (int i = points.size() - 1; i >= 0; i--) {
            Point point = points.get(i);
            if (point.status() == Status.BREAK && point.year() > from && point.year() <= to) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    /** The members whose meaning changed between the two years, or was another one at any of them. */
    TreeSet<String> changedMembers(int from, int to) {
        TreeSet<String> changed = new TreeSet<>();
        for (Series member : members) {
            for (Point point : member.points()) {
                if (changesMeaning(point, from, to)) {
                    changed.add(member.key().region());
                }
            }
        }
        return changed;
    }

    private static boolean changesMeaning(Point point, int from, int to) {
        return switch (point.status()) {
            case BREAK -> point.year() > from && point.year() <= to;
            case NOT_INSTALLED, MISSING, PARTIAL -> point.year() >= from && point.year() <= to;
            default -> false;
        };
    }

    /** The aggregate without some of its members. */
    Series without(TreeSet<String> regions) {
        if (regions.isEmpty()) {
            return this;
        }
        List<Series> left = members.stream()
                .filter(member -> regions.contains(member.key().region()))
                .toList();
        List<Point> rest = new ArrayList<>(points.size());
        for (Point point : points) {
            rest.add(point.value().isEmpty() ? point : point.withValue(point.level() - sumAt(left, point.year())));
        }
        return withPoints(rest);
    }

    private static double sumAt(List<Series> parts, int year) {
        return parts.stream()
                .flatMap(part -> part.at(year).stream())
                .mapToDouble(Point::stated)
                .reduce(0, Double::sum);
    }
}
