package org.electrongap.share;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.electrongap.share.simulation.LineRegression;
import org.electrongap.statistics.Outcome;

/** Fits each line once: scenarios read the same history, and a fit with spark-mllib costs half a second. */
final class RegressionMemory implements RegionModels.Regressions {

    private final RegionModels.Regressions regressions;
    private final Map<List<Object>, Outcome<LineRegression>> known = new HashMap<>();

    RegressionMemory(RegionModels.Regressions regressions) {
        this.regressions = regressions;
    }

    @Override
    public Outcome<LineRegression> fit(int[] years, double[] y) {
        List<Object> key = List.of(
                Arrays.stream(years).boxed().toList(), Arrays.stream(y).boxed().toList());
        Outcome<LineRegression> fitted = known.get(key);
        if (fitted == null) {
            fitted = regressions.fit(years, y);
            known.put(key, fitted);
        }
        return fitted;
    }
}
