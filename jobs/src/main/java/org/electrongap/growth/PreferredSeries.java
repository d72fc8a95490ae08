package org.electrongap.growth;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.table.SourceOrder;

/** Of the series of one region and metric: which one speaks for each technology, and which total belongs to each. */
final class PreferredSeries {

    private final List<Series> all;
    private final Map<String, SeriesKey> byTechnology = new HashMap<>();

    PreferredSeries(List<Series> all, SourceOrder order) {
        this.all = all;
        Comparator<SeriesKey> preference = Comparator.<SeriesKey>comparingInt(
                        key -> order.rank(key.metric().text(), key.source(), key.basis()))
                .thenComparing(SeriesKey::source)
                .thenComparing(SeriesKey::basis);
        all.stream()
                .map(Series::key)
                .sorted(preference)
                .forEach(key -> byTechnology.putIfAbsent(key.technology(), key));
    }

    boolean contains(Series series) {
        return byTechnology.get(series.key().technology()).equals(series.key());
    }

    Optional<Series> totalOf(Series series) {
        return all.stream()
                .filter(other -> other.key().technology().equals("total"))
                .filter(other -> other.key().sameEdition(series.key()))
                .filter(other -> !series.key().technology().equals("total"))
                .findFirst();
    }
}
