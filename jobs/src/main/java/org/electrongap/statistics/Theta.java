package org.electrongap.statistics;

/**
 * The Theta method with the lines 0 and 2: the mean of a linear trend and of the smoothed level of {@code 2 y - trend}.
 *
 * <p>Source: V. Assimakopoulos and K. Nikolopoulos, The theta model, International Journal of Forecasting 16 (2000), with the
 * smoothed line kept level as in R. Hyndman and B. Billah, Unmasking the Theta method, ibid. 19 (2003).
 */
public final class Theta {

    private Theta() {}

    /** Forecasts by {@code f = (SES(2 y - trend) + trend_{n+h}) / 2}. */
    public static double[] forecast(double[] values, int horizon) {
        int n = values.length;
        double middle = (n - 1) / 2.0;
        double mean = mean(values);
        double slope = slope(values, middle);
        double[] line = new double[n];
        for (int i = 0; i < n; i++) {
            line[i] = 2 * values[i] - (mean + slope * (i - middle));
        }
        double level = ExponentialSmoothing.of(line).level();
        double[] forecast = new double[horizon];
        for (int h = 1; h <= horizon; h++) {
            forecast[h - 1] = (level + mean + slope * (n - 1 + h - middle)) / 2;
        }
        return forecast;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double slope(double[] values, double middle) {
        double mixed = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            mixed += (i - middle) * values[i];
            squares += (i - middle) * (i - middle);
        }
        return mixed / squares;
    }
}
