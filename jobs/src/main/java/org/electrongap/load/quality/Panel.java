package org.electrongap.load.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of one source for one region, found by edition, basis, technology and year. */
final class Panel {

    private record Series(String metric, String edition, String basis) implements Comparable<Series> {
        @Override
        public int compareTo(Series other) {
            int byMetric = metric.compareTo(other.metric);
            int byEdition = byMetric != 0 ? byMetric : edition.compareTo(other.edition);
            return byEdition != 0 ? byEdition : basis.compareTo(other.basis);
        }
    }

    private record Key(Series series, String technology, int year) {}

    private final Map<Key, Figure> figures = new java.util.HashMap<>();
    private final SortedMap<Series, SortedMap<Integer, SortedMap<String, Figure>>> years = new TreeMap<>();

    Panel(Collection<Figure> all) {
        for (Figure figure : all) {
            Series series = new Series(figure.metric(), figure.edition(), figure.basis());
            figures.put(new Key(series, figure.technology(), figure.year()), figure);
            years.computeIfAbsent(series, key -> new TreeMap<>())
                    .computeIfAbsent(figure.year(), key -> new TreeMap<>())
                    .put(figure.technology(), figure);
        }
    }

    /** Every year of every edition and basis, in that order, with its figures by technology. */
    List<SortedMap<String, Figure>> years() {
        return years.values().stream()
                .flatMap(byYear -> byYear.values().stream())
                .toList();
    }

    /** The figures of one technology and edition in another year. */
    Optional<Figure> inYear(Figure figure, int year) {
        Series series = new Series(figure.metric(), figure.edition(), figure.basis());
        return Optional.ofNullable(figures.get(new Key(series, figure.technology(), year)));
    }

    /** The figures of the same edition and basis in a year, by technology; empty where the year has none. */
    SortedMap<String, Figure> allInYear(Figure figure, int year) {
        Series series = new Series(figure.metric(), figure.edition(), figure.basis());
        return years.get(series).getOrDefault(year, new TreeMap<>());
    }

    /** The figures of the newest older edition of the same basis in the same year, by technology. */
    SortedMap<String, Figure> inEditionBefore(Figure figure) {
        return years.keySet().stream()
                .filter(series -> series.metric().equals(figure.metric())
                        && series.basis().equals(figure.basis())
                        && series.edition().compareTo(figure.edition()) < 0)
                .reduce((older, newer) -> newer)
                .map(series -> years.get(series).getOrDefault(figure.year(), new TreeMap<>()))
                .orElse(new TreeMap<>());
    }

    /**
     * The capacity of a technology at the end of a year, in the edition of a generation figure or, where that has none, in
     * the newest older one.
     */
    Optional<Figure> capacity(Figure generation, String technology, int year) {
        return years.keySet().stream()
                .filter(series -> series.metric().equals(Figure.CAPACITY)
                        && series.edition().compareTo(generation.edition()) <= 0)
                .map(series -> figures.get(new Key(series, technology, year)))
                .filter(java.util.Objects::nonNull)
                .reduce((older, newer) -> newer);
    }
}
