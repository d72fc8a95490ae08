package org.electrongap.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrongap.statistics.Fieller;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.LeastSquares;
import org.electrongap.statistics.LinearFit;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.Probability;

/**
 * When the smaller of two regions reaches the larger if both go on as in the last ten years.
 *
 * <p>The logarithm of leader over chaser is fitted on the years that both have: {@code ln L - ln C = d - delta (t - T)}, d at
 * the last common year T, delta the chaser's lead in log points per year. {@code t* = T + d / delta}, its interval by Fieller
 * (JRSS B 16, 1954). Fitting the difference keeps what the two have in common, such as a recession, out of the error.
 */
final class CatchUp {

    private static final int SPAN = 10;

    private final Optional<Estimate> refusal;
    private final LinearFit fit;
    private final int lastYear;

    private CatchUp(Optional<Estimate> refusal, LinearFit fit, int lastYear) {
        this.refusal = refusal;
        this.fit = fit;
        this.lastYear = lastYear;
    }

    /** Looks at the ten years until {@code lastYear}. */
    static CatchUp of(Series a, Series b, int lastYear) {
        Window first = Window.of(a, lastYear - SPAN + 1, lastYear);
        Window second = Window.of(b, lastYear - SPAN + 1, lastYear);
        Optional<Estimate> fault = first.refusal().or(second::refusal);
        if (fault.isPresent()) {
            return new CatchUp(fault, null, lastYear);
        }
        List<double[]> common = common(first, second, lastYear);
        double sign = leaderSign(common);
        Outcome<LinearFit> fit = LeastSquares.of(
                        common.stream().mapToDouble(pair -> pair[0]).toArray(),
                        common.stream().mapToDouble(pair -> sign * pair[1]).toArray())
                .fit();
        return fit.value()
                .map(line -> new CatchUp(Optional.empty(), line, lastYear))
                .orElseGet(() -> new CatchUp(
                        Optional.of(Estimate.refused(
                                Status.TOO_FEW_POINTS,
                                "common years: " + fit.reason().orElseThrow(),
                                common.size())),
                        null,
                        lastYear));
    }

    /** Years from T, and ln a - ln b. */
    private static List<double[]> common(Window a, Window b, int lastYear) {
        List<double[]> pairs = new ArrayList<>();
        int j = 0;
        for (int i = 0; i < a.n(); i++) {
            while (j < b.n() && b.years()[j] < a.years()[i]) {
                j++;
            }
            if (j < b.n() && b.years()[j] == a.years()[i]) {
                double lead = StrictMath.log(a.values()[i]) - StrictMath.log(b.values()[j]);
                pairs.add(new double[] {a.years()[i] - lastYear, lead});
            }
        }
        return pairs;
    }

    /** The leader is who is ahead in the last common year. */
    private static double leaderSign(List<double[]> pairs) {
        return pairs.isEmpty() || pairs.get(pairs.size() - 1)[1] >= 0 ? 1 : -1;
    }

    /** The year with its interval; unbounded where the chaser's lead does not differ from 0. */
    Estimate year() {
        return refusal.orElseGet(() -> {
            double lead = -fit.coefficients()[1];
            if (!(lead > 0)) {
                return Estimate.refused(
                        Status.NOT_CATCHING_UP, "the smaller one does not grow faster than the larger", fit.n());
            }
            double year = lastYear + fit.predict(0) / lead;
            double factor = StudentFactors.factor(fit.degreesOfFreedom());
            Outcome<Interval> interval = fieller(lead).interval(factor, StudentFactors.LEVEL);
            return interval.value()
                    .map(found -> Estimate.of(year, found.mapIncreasing(offset -> lastYear + offset), fit.n()))
                    .orElseGet(() -> Estimate.of(year, fit.n())
                            .noted(
                                    Status.UNBOUNDED,
                                    "at the 95 % level the chaser may not be catching up: the interval has no end"));
        });
    }

    private Fieller fieller(double lead) {
        double level = fit.meanStandardError(0);
        double slope = fit.standardErrors()[1];
        double residual = fit.residualStandardError();
        double fromSlope = Math.max(0, level * level - residual * residual / fit.n());
        // var d = s^2 / n + (T - tbar)^2 var delta, and cov(d, delta) = -(T - tbar) var delta
        double covariance = -Math.sqrt(fromSlope) * slope;
        return new Fieller(fit.predict(0), lead, level * level, covariance, slope * slope);
    }

    /**
     * Probability that the chaser is level or ahead in a year, by the prediction distribution of the fitted line (Student t);
     * it says what the trend says, not what policy will do.
     */
    Estimate probabilityBy(int year) {
        return refusal.orElseGet(() -> {
            double ahead = fit.predict(year - lastYear);
            double error = fit.predictionStandardError(year - lastYear);
            return error > 0
                    ? Estimate.of(Probability.studentTCdf(fit.degreesOfFreedom(), -ahead / error), fit.n())
                    : Estimate.refused(Status.NO_VARIATION, "the line fits without residuals", fit.n());
        });
    }
}
