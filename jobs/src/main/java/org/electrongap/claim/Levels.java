package org.electrongap.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The levels of a national measure that the tables hold, under every definition. */
final class Levels {

    private final Map<String, List<Level>> known = new HashMap<>();
    private final Map<Measure, Set<String>> publishers = new EnumMap<>(Measure.class);
    private final EvidenceIndex index;
    private final PanelLevels panels;
    private final SeriesLevels series;

    Levels(EvidenceIndex index) {
        this.index = index;
        this.panels = new PanelLevels(index);
        this.series = new SeriesLevels(index);
    }

    /** Every level of a measure; of several regions joined by {@code +}, the sums of like levels. */
    List<Level> of(Measure measure, String region, Set<String> technologies) {
        String key = measure + "|" + region + "|" + new TreeSet<>(technologies);
        List<Level> levels = known.get(key);
        if (levels == null) {
            levels = find(measure, region, technologies);
            known.put(key, levels);
        }
        return levels;
    }

    /**
     * Who publishes levels of a measure, of any region: a claim that names one of them is held to its figures. Of data-centre
     * load every publisher of such figures is known apart.
     */
    Set<String> publishers(Measure measure) {
        return publishers.computeIfAbsent(measure, this::findPublishers);
    }

    private Set<String> findPublishers(Measure measure) {
        Set<String> found = new TreeSet<>(series.publishers(measure));
        switch (measure) {
            case INSTALLED, ADDITIONS -> found.addAll(index.panelSources("core/capacity"));
            case GENERATION -> found.addAll(index.panelSources("core/generation"));
            case CONSUMPTION -> found.addAll(index.panelSources("core/demand"));
            default -> {}
        }
        return found;
    }

    private List<Level> find(Measure measure, String region, Set<String> technologies) {
        if (!region.contains("+")) {
            return ofOne(measure, region, technologies);
        }
        List<List<Level>> parts = new ArrayList<>();
        for (String part : region.split("\\+")) {
            parts.add(ofOne(measure, part, technologies));
        }
        return sums(parts, region);
    }

    private List<Level> ofOne(Measure measure, String region, Set<String> technologies) {
        List<Level> levels = new ArrayList<>();
        switch (measure) {
            case INSTALLED -> {
                levels.addAll(panels.installed(region, technologies));
                levels.addAll(series.of(measure, region, technologies));
            }
            case ADDITIONS -> levels.addAll(additions(region, technologies));
            case GENERATION -> {
                levels.addAll(panels.generation(region, technologies));
                levels.addAll(series.of(measure, region, technologies));
            }
            case CONSUMPTION -> {
                levels.addAll(panels.consumption(region));
                levels.addAll(series.of(measure, region, technologies));
            }
            case PEAK -> levels.addAll(series.of(measure, region, Set.of()));
            case RESERVE_MARGIN -> levels.addAll(margins(region));
            case DATACENTER_LOAD -> levels.addAll(new LoadLevels(index).of(region));
        }
        return levels;
    }

    private List<Level> additions(String region, Set<String> technologies) {
        List<Level> levels = new ArrayList<>(panels.netChanges(region, technologies));
        levels.addAll(PanelLevels.changes(series.of(Measure.INSTALLED, region, technologies)));
        levels.addAll(series.of(Measure.ADDITIONS, region, technologies));
        if (technologies.isEmpty()) {
            levels.addAll(withStorage(levels, series.of(Measure.ADDITIONS, region, Set.of("storage"))));
        }
        return levels;
    }

    /** Net change plus the batteries added in the year: the panels do not count batteries. */
    private static List<Level> withStorage(List<Level> additions, List<Level> batteries) {
        List<Level> sums = new ArrayList<>();
        for (Level net : additions) {
            for (Level storage : batteries) {
                if (net.basis() == Basis.NET && net.year() == storage.year()) {
                    sums.add(new Level(
                            Measure.ADDITIONS,
                            Basis.NET_WITH_STORAGE,
                            net.scope(),
                            net.region(),
                            net.year(),
                            new Span(
                                    net.value().low() + storage.value().low(),
                                    net.value().high() + storage.value().high()),
                            net.dimension(),
                            net.publisher(),
                            net.definition() + ", plus batteries: " + storage.definition(),
                            Level.join(net, storage)));
                }
            }
        }
        return sums;
    }

    /** Published margins, and nameplate over peak minus one for every year that has both. */
    private List<Level> margins(String region) {
        List<Level> margins = new ArrayList<>(series.of(Measure.RESERVE_MARGIN, region, Set.of()));
        List<Level> peaks = ofOne(Measure.PEAK, region, Set.of());
        for (Level installed : ofOne(Measure.INSTALLED, region, Set.of())) {
            for (Level peak : peaks) {
                if (installed.year() == peak.year()) {
                    margins.add(margin(installed, peak));
                }
            }
        }
        return margins;
    }

    private static Level margin(Level installed, Level peak) {
        return new Level(
                Measure.RESERVE_MARGIN,
                installed.basis() == Basis.NET_SUMMER ? Basis.NET_SUMMER : Basis.NAMEPLATE,
                "all",
                installed.region(),
                installed.year(),
                installed.value().over(peak.value()).plus(-1),
                "1",
                installed.publisher(),
                "installed capacity over peak demand, minus one (" + installed.definition() + "; " + peak.definition()
                        + ")",
                Level.join(installed, peak));
    }

    private static List<Level> sums(List<List<Level>> parts, String region) {
        List<Level> sums = new ArrayList<>();
        for (Level first : parts.get(0)) {
            Level sum = first;
            for (List<Level> part : parts.subList(1, parts.size())) {
                Level known = sum;
                sum = known == null
                        ? null
                        : part.stream()
                                .filter(level -> alike(known, level))
                                .findFirst()
                                .map(level -> plus(known, level, region))
                                .orElse(null);
            }
            if (sum != null) {
                sums.add(sum);
            }
        }
        return sums;
    }

    private static boolean alike(Level a, Level b) {
        return a.year() == b.year()
                && a.basis() == b.basis()
                && a.scope().equals(b.scope())
                && a.dimension().equals(b.dimension())
                && a.samePublisher(b);
    }

    private static Level plus(Level a, Level b, String region) {
        return new Level(
                a.measure(),
                a.basis(),
                a.scope(),
                region,
                a.year(),
                new Span(
                        a.value().low() + b.value().low(),
                        a.value().high() + b.value().high()),
                a.dimension(),
                a.publisher(),
                a.definition() + " + " + b.definition(),
                Level.join(a, b));
    }

    /** Levels by year, for changes from year to year. */
    static Map<Integer, List<Level>> byYear(List<Level> levels) {
        return levels.stream().collect(Collectors.groupingBy(Level::year, TreeMap::new, Collectors.toList()));
    }
}
