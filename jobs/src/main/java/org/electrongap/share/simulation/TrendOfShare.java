package org.electrongap.share.simulation;

/**
 * The logit of the share of the headline denominator as a straight line in time; the load follows from it and the other
 * load, X = N s / (1 - s).
 *
 * @param logitShare the line of the logit
 * @param denominatorRatio the denominator on which the share was fitted over the headline denominator
 */
public record TrendOfShare(LineRegression logitShare, double denominatorRatio) implements LoadComponent {

    /** A path whose share would reach the whole load is held just below it. */
    private static final double MOST = 0.99;

    @Override
    public ShareComponent component() {
        return ShareComponent.LOGIT_SHARE;
    }

    @Override
    public boolean covers(int year) {
        return true;
    }

    @Override
    public double[][] datacenterTwh(PathBlock block, TargetYears years, double[][] otherTwh) {
        double[][] paths = logitShare.paths(component().code(), block, years);
        for (int t = 0; t < paths.length; t++) {
            for (int i = 0; i < paths[t].length; i++) {
                double share = Math.min(MOST, denominatorRatio * Logit.inverse(paths[t][i]));
                paths[t][i] = otherTwh[t][i] * share / (1 - share);
            }
        }
        return paths;
    }
}
