package org.electrongap.share.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Published forecasts as an equal mixture: one publisher's value of the year, times a lognormal error. A path keeps its rank
 * among the publishers and its error through the years. Between years that have values it is interpolated in the logarithm,
 * from the base-year load on; after the last one it says nothing.
 */
public final class PublishedMixture implements LoadComponent {

    private static final String RANK = "published rank";
    private static final String ERROR = "published error";

    private final NavigableMap<Integer, List<PublishedValue>> byYear;
    private final Optional<Assumption> base;

    private PublishedMixture(NavigableMap<Integer, List<PublishedValue>> byYear, Optional<Assumption> base) {
        this.byYear = byYear;
        this.base = base;
    }

    /**
     * The mixture.
     *
     * @param values one a publisher and year
     * @param fewest years with fewer values than this are interpolated instead
     * @param base load in the year from which the first interpolation starts; empty where none is known
     */
    public static PublishedMixture of(Collection<PublishedValue> values, int fewest, Optional<Assumption> base) {
        NavigableMap<Integer, List<PublishedValue>> byYear = new TreeMap<>();
        values.forEach(value ->
                byYear.computeIfAbsent(value.year(), year -> new ArrayList<>()).add(value));
        byYear.values().removeIf(ofYear -> ofYear.size() < fewest);
        byYear.values()
                .forEach(ofYear -> ofYear.sort(
                        Comparator.comparingDouble(PublishedValue::twh).thenComparing(PublishedValue::publisher)));
        return new PublishedMixture(byYear, base.filter(row -> row.year().isPresent()));
    }

    /** The values that enter a year; none where the year is interpolated or not covered. */
    public List<PublishedValue> valuesOf(int year) {
        return List.copyOf(byYear.getOrDefault(year, List.of()));
    }

    /** The last year before that has values; empty where the interpolation starts from the base-year load. */
    public Optional<Integer> valuesBefore(int year) {
        return Optional.ofNullable(byYear.lowerKey(year));
    }

    /** The first year after that has values; empty after the last. */
    public Optional<Integer> valuesAfter(int year) {
        return Optional.ofNullable(byYear.higherKey(year));
    }

    /** The load from which the first interpolation starts. */
    public Optional<Assumption> base() {
        return base;
    }

    @Override
    public ShareComponent component() {
        return ShareComponent.PUBLISHED;
    }

    @Override
    public boolean covers(int year) {
        return byYear.ceilingKey(year) != null && (byYear.floorKey(year) != null || baseCovers(year));
    }

    @Override
    public double[][] datacenterTwh(PathBlock block, TargetYears years, double[][] otherTwh) {
        double[][] twh = new double[years.count()][];
        for (int t = 0; t < years.count(); t++) {
            int year = years.first() + t;
            twh[t] = covers(year) ? exponentials(logTwh(block, year)) : new double[0];
        }
        return twh;
    }

    private boolean baseCovers(int year) {
        return base.isPresent() && base.get().year().getAsInt() <= year;
    }

    private double[] logTwh(PathBlock block, int year) {
        Map.Entry<Integer, List<PublishedValue>> after = byYear.ceilingEntry(year);
        double[] later = logMixture(block, after.getValue());
        if (after.getKey() == year) {
            return later;
        }
        Map.Entry<Integer, List<PublishedValue>> before = byYear.lowerEntry(year);
        int from = before == null ? base.get().year().getAsInt() : before.getKey();
        double[] earlier = before == null ? logBase(block) : logMixture(block, before.getValue());
        double weight = (year - from) / (after.getKey() - (double) from);
        for (int i = 0; i < later.length; i++) {
            later[i] = earlier[i] + weight * (later[i] - earlier[i]);
        }
        return later;
    }

    private double[] logBase(PathBlock block) {
        double[] twh = block.draw(base.get());
        double[] logs = new double[twh.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.log(twh[i]);
        }
        return logs;
    }

    private static double[] logMixture(PathBlock block, List<PublishedValue> values) {
        double[] rank = block.uniforms(RANK);
        double[] error = block.normals(ERROR);
        double[] centres = values.stream()
                .mapToDouble(value -> StrictMath.log(value.twh()))
                .toArray();
        double[] logs = new double[block.size()];
        for (int i = 0; i < logs.length; i++) {
            int chosen = (int) (rank[i] * centres.length);
            logs[i] = centres[chosen] + values.get(chosen).logSd() * error[i];
        }
        return logs;
    }

    private static double[] exponentials(double[] logs) {
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.exp(logs[i]);
        }
        return logs;
    }
}
