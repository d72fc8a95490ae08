package org.electrongap.share.simulation;

/**
 * The most that additions of supply allow: the base-year load, and each year after it the additions that go to data centres.
 *
 * @param baseTwh load in the base year, which is the year of the row
 * @param additionsTwh energy that a year's additions of capacity can deliver, TWh a year
 * @param shareToDatacenters the fraction of it that data centres get
 */
public record SupplyCeiling(Assumption baseTwh, Assumption additionsTwh, Assumption shareToDatacenters)
        implements LoadComponent {

    /** The component of the assumptions of those names. */
    public static SupplyCeiling of(Assumptions assumptions) {
        return new SupplyCeiling(
                assumptions.require("datacenter_load_base"),
                assumptions.require("supply_additions"),
                assumptions.require("supply_share_to_datacenters"));
    }

    @Override
    public ShareComponent component() {
        return ShareComponent.SUPPLY_CEILING;
    }

    @Override
    public boolean covers(int year) {
        return baseTwh.year().isPresent() && year >= baseTwh.year().getAsInt();
    }

    @Override
    public double[][] datacenterTwh(PathBlock block, TargetYears years, double[][] otherTwh) {
        double[] base = block.draw(baseTwh);
        double[] additions = block.draw(additionsTwh);
        double[] part = block.draw(shareToDatacenters);
        double[][] twh = new double[years.count()][];
        for (int t = 0; t < years.count(); t++) {
            int year = years.first() + t;
            twh[t] = covers(year) ? new double[block.size()] : new double[0];
            for (int i = 0; i < twh[t].length; i++) {
                twh[t][i] = base[i]
                        + Math.max(0, additions[i])
                                * part[i]
                                * (year - baseTwh.year().getAsInt());
            }
        }
        return twh;
    }
}
