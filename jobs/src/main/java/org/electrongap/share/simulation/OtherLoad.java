package org.electrongap.share.simulation;

/**
 * All use of electricity that is no data centre: a level in a year, and a constant rate of growth from there.
 *
 * @param levelTwh level in TWh in the year of the row
 * @param growthPerYear growth a year, as a fraction
 */
public record OtherLoad(Assumption levelTwh, Assumption growthPerYear) {

    /** The year of the level. */
    public int baseYear() {
        return levelTwh.year()
                .orElseThrow(() -> new InvalidAssumptionsException(
                        java.util.List.of("assumption '" + levelTwh.name() + "' needs a year: the year of the level")));
    }

    /** The load in TWh on the central values. */
    public double centralTwh(int year) {
        return levelTwh.value() * StrictMath.pow(1 + growthPerYear.value(), year - (double) baseYear());
    }

    double[][] twh(PathBlock block, TargetYears years) {
        double[] level = block.draw(levelTwh);
        double[] growth = block.draw(growthPerYear);
        double[][] twh = new double[years.count()][block.size()];
        for (int i = 0; i < block.size(); i++) {
            double logGrowth = StrictMath.log1p(growth[i]);
            for (int y = 0; y < years.count(); y++) {
                twh[y][i] = level[i] * StrictMath.exp(logGrowth * (years.first() + y - baseYear()));
            }
        }
        return twh;
    }
}
