package org.electrongap.share.simulation;

/** A model of data-centre load that can draw paths of it. */
public sealed interface LoadComponent
        permits BottomUp, DampedGrowth, PublishedMixture, SupplyCeiling, TrendOfLoad, TrendOfShare {

    /** Which model it is. */
    ShareComponent component();

    /** Whether it can say anything of a year. */
    boolean covers(int year);

    /**
     * Data-centre load in TWh.
     *
     * @param block the paths to draw
     * @param years the years
     * @param otherTwh all other load by year and path
     * @return load by year and path; an empty array for a year that it does not cover
     */
    double[][] datacenterTwh(PathBlock block, TargetYears years, double[][] otherTwh);

    /**
     * The other load that stands beside the component's paths in the share: the judged one, unless the component has its own.
     */
    default double[][] otherTwh(PathBlock block, TargetYears years, double[][] judgedOtherTwh) {
        return judgedOtherTwh;
    }
}
