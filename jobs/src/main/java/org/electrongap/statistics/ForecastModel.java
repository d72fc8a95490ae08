package org.electrongap.statistics;

import java.util.List;
import java.util.Locale;

/** The per-series models, in the order in which they are reported. */
public enum ForecastModel implements PointForecast {
    /** Median of drift, Box-Cox Theta, damped log-median drift and damped trend; see {@link MedianOfFour}. The default. */
    C4(MedianOfFour::forecast),
    /** Median of drift, Box-Cox Theta and damped log-median drift; see {@link MedianOfThree}. */
    C3(MedianOfThree::forecast),
    /** The last value and the mean step; see {@link Drift}. */
    DRIFT(Drift::forecast),
    /** The Theta method without transformation; see {@link Theta}. */
    THETA(Theta::forecast),
    /** Holt's linear trend, damped; see {@link DampedTrend}. */
    DAMPED(DampedTrend::forecast),
    /** The last value. */
    NAIVE(Drift::naive);

    /** The model that stands for a series where one is asked for. */
    public static final ForecastModel DEFAULT = C4;

    private final PointForecast method;

    ForecastModel(PointForecast method) {
        this.method = method;
    }

    /** The name in tables: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public double[] of(double[] values, int horizon) {
        return method.of(values, horizon);
    }

    /**
     * The forecasts of several models, equal to those of {@link #of} one by one; what two models share is computed once.
     *
     * @return the forecasts in the order of the models
     */
    public static List<double[]> all(List<ForecastModel> models, double[] values, int horizon) {
        boolean shared = models.contains(C4) && MedianOfThree.isPositive(values);
        double[] theta = shared ? MedianOfThree.boxCoxTheta(values, horizon) : null;
        double[] damped = shared ? DAMPED.of(values, horizon) : null;
        return models.stream()
                .map(model -> switch (shared ? model : NAIVE) {
                    case C4 -> MedianOfFour.forecast(values, horizon, theta, damped);
                    case C3 -> MedianOfThree.forecast(values, horizon, theta);
                    case DAMPED -> damped.clone();
                    default -> model.of(values, horizon);
                })
                .toList();
    }
}
