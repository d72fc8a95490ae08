package org.electrongap.growth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All series of one region and metric: of each source and basis the newest edition, its technologies, and their sums.
 *
 * <p>The newest edition has the greatest date of publication, then the greatest edition text. A sum that the source states
 * itself is taken as stated, because its parts may be incomplete; one that it does not state is added up.
 */
final class RegionPanel {

    private final Metric metric;
    private final Annotations annotations;

    private RegionPanel(Metric metric, Annotations annotations) {
        this.metric = metric;
        this.annotations = annotations;
    }

    /**
     * The series of a region.
     *
     * @param region the region
     * @param cells its values in all editions, in any order, and those of annotated members when the region is an aggregate
     */
    static List<Series> of(String region, Metric metric, Collection<Cell> cells, Annotations annotations) {
        RegionPanel panel = new RegionPanel(metric, annotations);
        Map<String, List<Series>> byRegion = new TreeMap<>();
        cells.stream()
                .sorted(Cell.ORDER)
                .collect(java.util.stream.Collectors.groupingBy(
                        Cell::region, TreeMap::new, java.util.stream.Collectors.toList()))
                .forEach((name, own) -> byRegion.put(name, panel.series(own)));
        List<Series> own = byRegion.getOrDefault(region, List.of());
        byRegion.remove(region);
        return own.stream()
                .map(series -> series.withMembers(members(series, byRegion.values())))
                .toList();
    }

    /** The same technology of the same edition in each member. */
    private static List<Series> members(Series whole, Collection<List<Series>> byMember) {
        return byMember.stream()
                .flatMap(List::stream)
                .filter(member -> member.key().sameEdition(whole.key()))
                .filter(member -> member.key().technology().equals(whole.key().technology()))
                .toList();
    }

    private List<Series> series(List<Cell> cellsOfOneRegion) {
        Map<String, List<Cell>> bySource = new TreeMap<>();
        cellsOfOneRegion.forEach(
                cell -> bySource.computeIfAbsent(cell.source() + "\n" + cell.basis(), key -> new ArrayList<>())
                        .add(cell));
        List<Series> all = new ArrayList<>();
        bySource.values().forEach(cells -> all.addAll(technologies(newestEdition(cells))));
        return all;
    }

    private static List<Cell> newestEdition(List<Cell> cells) {
        Cell newest = cells.stream()
                .max(Comparator.comparing(Cell::published).thenComparing(Cell::edition))
                .orElseThrow();
        return cells.stream()
                .filter(cell -> cell.edition().equals(newest.edition())
                        && cell.published().equals(newest.published()))
                .toList();
    }

    private List<Series> technologies(List<Cell> cells) {
        Map<String, List<Cell>> byTechnology = new TreeMap<>();
        cells.forEach(cell -> byTechnology
                .computeIfAbsent(cell.technology(), key -> new ArrayList<>())
                .add(cell));
        Map<String, Series> given = new TreeMap<>();
        byTechnology.forEach((technology, own) -> given.put(technology, published(own)));
        List<Series> sums = metric == Metric.DEMAND_TWH ? List.of() : sums(given);
        Map<String, Series> all = new TreeMap<>(given);
        sums.forEach(sum -> all.put(sum.key().technology(), sum));
        return new JumpsOfParts(all, given.keySet()).shownInSums();
    }

    private Series published(List<Cell> cells) {
        List<Point> points = new ArrayList<>();
        for (Cell cell : cells) {
            Point point = cell.point();
            Point previous = points.isEmpty() ? null : points.get(points.size() - 1);
            points.add(repeats(previous, point, cell.technology()) ? unmeasured(point) : point);
        }
        return annotations.mark(Series.asPublished(cells.get(0).key(metric), points));
    }

    private boolean repeats(Point previous, Point point, String technology) {
        return previous != null
                && metric.repeatsAreUnmeasured()
                && !TechnologyGroup.isGroup(technology)
                && point.status() == Status.OK
                && point.year() == previous.year() + 1
                && point.level() > 0
                && point.level() == previous.level();
    }

    private static Point unmeasured(Point point) {
        return point.carriedForward("unchanged from " + (point.year() - 1) + ": counts as not measured");
    }

    private List<Series> sums(Map<String, Series> given) {
        SeriesKey key = given.values().iterator().next().key();
        List<Series> sums = new ArrayList<>();
        for (TechnologyGroup group : TechnologyGroup.values()) {
            List<Series> leaves =
                    group.leaves(given.keySet()).stream().map(given::get).toList();
            if (!given.containsKey(group.technology()) && !leaves.isEmpty()) {
                sums.add(annotations.mark(LeafSum.of(key.ofTechnology(group.technology()), leaves, annotations)));
            }
        }
        return sums;
    }
}
