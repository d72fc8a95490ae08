package org.electrongap.share;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The rows of out/share_backtest: the cases, then for each forecaster a row over the cases that count. */
final class BacktestRows {

    private BacktestRows() {}

    static List<Object[]> of(String region, List<BacktestCase> cases) {
        List<Object[]> rows = new ArrayList<>();
        cases.forEach(one -> rows.add(one.isRefused() ? refused(region, one) : scored(region, one)));
        Map<String, List<BacktestCase>> byForecaster = cases.stream()
                .filter(BacktestCase::counts)
                .collect(Collectors.groupingBy(
                        one -> one.kind().equals("ours") ? one.forecaster() : "all publishers",
                        TreeMap::new,
                        Collectors.toList()));
        byForecaster.forEach((forecaster, counted) -> rows.add(summary(region, forecaster, counted)));
        return rows;
    }

    private static Object[] scored(String region, BacktestCase one) {
        return new Object[] {
            region,
            Date.valueOf(one.made()),
            one.forecaster(),
            one.kind(),
            one.observed().orElseThrow().year(),
            one.horizonYears(),
            one.observed().orElseThrow().twh(),
            one.observed().orElseThrow().basis(),
            one.medianTwh(),
            one.lower80Twh(),
            one.upper80Twh(),
            one.lower95Twh(),
            one.upper95Twh(),
            one.logError(),
            one.crpsLog(),
            one.logScore(),
            one.covers80(),
            one.covers95(),
            one.eventProbability(),
            one.brier(),
            one.counts(),
            one.points(),
            null,
            null,
            1,
            ShareStatus.OK.code(),
            one.note()
        };
    }

    private static Object[] refused(String region, BacktestCase one) {
        Object[] row = new Object[27];
        row[0] = region;
        row[1] = Date.valueOf(one.made());
        row[2] = one.forecaster();
        row[3] = one.kind();
        row[20] = false;
        row[24] = 0;
        row[25] = ShareStatus.REFUSED.code();
        row[26] = one.note();
        return row;
    }

    private static Object[] summary(String region, String forecaster, List<BacktestCase> counted) {
        long vintages = counted.stream().map(BacktestCase::made).distinct().count();
        boolean enough = vintages >= ShareBacktest.FEWEST_FOR_A_PERCENTAGE;
        Object[] row = new Object[27];
        row[0] = region;
        row[2] = forecaster;
        row[3] = "summary";
        row[13] = rootMeanSquare(counted);
        row[14] = mean(counted, BacktestCase::crpsLog);
        row[15] = mean(counted, BacktestCase::logScore);
        row[19] = mean(counted, BacktestCase::brier);
        row[20] = true;
        row[22] = enough ? fraction(counted, BacktestCase::covers80) : null;
        row[23] = enough ? fraction(counted, BacktestCase::covers95) : null;
        row[24] = counted.size();
        row[25] = ShareStatus.OK.code();
        row[26] = enough
                ? null
                : counted.size() + (counted.size() == 1 ? " case of " : " cases of ") + vintages
                        + (vintages == 1 ? " vintage" : " vintages")
                        + ": the cases are shown, and no percentage below "
                        + ShareBacktest.FEWEST_FOR_A_PERCENTAGE + " vintages";
        return row;
    }

    private static double rootMeanSquare(List<BacktestCase> cases) {
        return StrictMath.sqrt(mean(cases, one -> one.logError() * one.logError()));
    }

    private static double mean(List<BacktestCase> cases, ToDoubleFunction<BacktestCase> score) {
        double sum = 0;
        for (BacktestCase one : cases) {
            sum += score.applyAsDouble(one);
        }
        return sum / cases.size();
    }

    private static double fraction(List<BacktestCase> cases, Predicate<BacktestCase> covered) {
        return cases.stream().filter(covered).count() / (double) cases.size();
    }
}
