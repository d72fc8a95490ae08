package org.electrongap.forecast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.electrongap.statistics.ConformalQuantiles;
import org.electrongap.statistics.ForecastModel;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.Outcome;

/**
 * How wide the forecasts of a pool of series are: bounds of the scaled error, by pool, model, origin and step.
 *
 * <p>The bounds are exact order statistics of the scaled errors that all series of the pool made from rolling origins inside
 * their pasts, and grow with the step: the interval of a forecast is {@code f_h + scale * [lower, upper]}. Where the errors of a
 * pool are too few for a level, those of the wider pool are taken (of all technologies of the metric); where these are too
 * few too, the step is refused. Source of the method: {@link ConformalQuantiles}.
 */
public final class PooledBounds implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final double[] NONE = {};

    /**
     * Whose errors are pooled.
     *
     * @param pool metric and frequency
     * @param model the model that made them
     * @param origin the last period that was known
     */
    record Key(String pool, ForecastModel model, int origin) implements Serializable {

        /** The pool one step wider: what stands before the last slash, or the pool itself. */
        Key wider() {
            int slash = pool.lastIndexOf('/');
            return new Key(slash < 0 ? pool : pool.substring(0, slash), model, origin);
        }
    }

    /** The errors of one step: how many, and the bounds at the levels for which they suffice. */
    private record Step(int errors, Map<Double, Interval> byLevel) implements Serializable {}

    private final Map<Key, List<Step>> steps = new HashMap<>();

    /**
     * The bounds at the given levels.
     *
     * @param errors for each key the errors of steps 1, 2, ...
     */
    PooledBounds(Map<Key, List<double[]>> errors, List<Double> levels) {
        Map<Key, List<ConformalQuantiles>> wider = wider(errors);
        TreeSet<Double> ascending = new TreeSet<>(levels);
        errors.forEach((key, each) -> steps.put(key, monotone(each, wider.get(key.wider()), ascending)));
    }

    /** No bounds: every interval is refused. */
    static PooledBounds none() {
        return new PooledBounds(Map.of(), List.of());
    }

    /** The errors of each wider pool, sorted once for all pools that it holds. */
    private static Map<Key, List<ConformalQuantiles>> wider(Map<Key, List<double[]>> errors) {
        Map<Key, TreeMap<Integer, List<double[]>>> parts = new HashMap<>();
        errors.forEach((key, each) -> {
            TreeMap<Integer, List<double[]>> steps = parts.computeIfAbsent(key.wider(), k -> new TreeMap<>());
            for (int i = 0; i < each.size(); i++) {
                steps.computeIfAbsent(i, k -> new ArrayList<>()).add(each.get(i));
            }
        });
        Map<Key, List<ConformalQuantiles>> wider = new HashMap<>();
        parts.forEach((key, steps) -> wider.put(
                key,
                steps.values().stream()
                        .map(step -> new ConformalQuantiles(
                                step.stream().flatMapToDouble(Arrays::stream).toArray()))
                        .toList()));
        return wider;
    }

    private static List<Step> monotone(List<double[]> pool, List<ConformalQuantiles> wider, TreeSet<Double> levels) {
        List<Step> all = new ArrayList<>();
        Map<Double, Interval> widest = new HashMap<>();
        for (int i = 0; i < wider.size(); i++) {
            ConformalQuantiles narrow = new ConformalQuantiles(i < pool.size() ? pool.get(i) : NONE);
            ConformalQuantiles wide = wider.get(i);
            Map<Double, Interval> step = new HashMap<>();
            Interval inner = null;
            for (double level : levels) {
                Outcome<Interval> bounds = narrow.bounds(level);
                Interval found = (bounds.isRefused() ? wide.bounds(level) : bounds)
                        .value()
                        .orElse(null);
                if (found != null) {
                    inner = hull(found, widest.get(level), inner);
                    step.put(level, inner);
                }
            }
            widest.putAll(step);
            all.add(new Step(wide.size(), step));
        }
        return all;
    }

    /** What holds the bounds found, 0, those of the step before and those of the level below. */
    private static Interval hull(Interval found, Interval before, Interval inner) {
        double lower = Math.min(0, found.lower());
        double upper = Math.max(0, found.upper());
        for (Interval other : new Interval[] {before, inner}) {
            lower = other == null ? lower : Math.min(lower, other.lower());
            upper = other == null ? upper : Math.max(upper, other.upper());
        }
        return new Interval(lower, upper, found.level());
    }

    /**
     * The interval of a forecast; it holds the forecast itself.
     *
     * @param step the step, from 1
     * @param forecast its point forecast
     * @param scale the unit of the scaled errors
     */
    Outcome<Interval> interval(Key key, int step, double level, double forecast, double scale) {
        List<Step> known = steps.getOrDefault(key, List.of());
        if (step > known.size()) {
            return Outcome.refused("no past forecast of its pool reaches " + step + " steps");
        }
        Interval bounds = known.get(step - 1).byLevel().get(level);
        return bounds == null
                ? Outcome.refused(
                        ConformalQuantiles.shortage(level, known.get(step - 1).errors()))
                : Outcome.of(new Interval(forecast + scale * bounds.lower(), forecast + scale * bounds.upper(), level));
    }
}
