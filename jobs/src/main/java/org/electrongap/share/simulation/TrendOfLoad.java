package org.electrongap.share.simulation;

import java.util.Optional;

/**
 * Log data-centre load as a straight line in time. As {@link ShareComponent#LOG_LINEAR} a least-squares fit, with a fit of
 * the other load beside it; as {@link ShareComponent#BAYES} a posterior, with the judged other load.
 *
 * @param component which of the two
 * @param logTwh the line of ln TWh of data centres
 * @param logOtherTwh the line of ln TWh of all other load; empty for the judged one
 */
public record TrendOfLoad(ShareComponent component, LineRegression logTwh, Optional<LineRegression> logOtherTwh)
        implements LoadComponent {

    @Override
    public boolean covers(int year) {
        return true;
    }

    @Override
    public double[][] datacenterTwh(PathBlock block, TargetYears years, double[][] otherTwh) {
        return exponentials(logTwh.paths(component.code(), block, years));
    }

    @Override
    public double[][] otherTwh(PathBlock block, TargetYears years, double[][] judgedOtherTwh) {
        return logOtherTwh
                .map(line -> exponentials(line.paths("other load beside " + component.code(), block, years)))
                .orElse(judgedOtherTwh);
    }

    private static double[][] exponentials(double[][] logs) {
        for (double[] year : logs) {
            for (int i = 0; i < year.length; i++) {
                year[i] = StrictMath.exp(year[i]);
            }
        }
        return logs;
    }
}
