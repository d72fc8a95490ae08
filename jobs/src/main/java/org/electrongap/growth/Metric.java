package org.electrongap.growth;

/** What a series measures. The unit is part of the name. */
public enum Metric {
    CAPACITY_GW("capacity", "GW"),
    GENERATION_TWH("generation", "TWh"),
    DEMAND_TWH("demand", "TWh");

    private final String table;
    private final String unit;

    Metric(String table, String unit) {
        this.table = table;
        this.unit = unit;
    }

    /** The core table, which is also the metric's name in the annotations. */
    public String table() {
        return table;
    }

    /** The unit as written in reports. */
    public String unit() {
        return unit;
    }

    /** The value of the column {@code metric}, and the name of the value column of the core table. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Metric ofText(String text) {
        return valueOf(text.toUpperCase(java.util.Locale.ROOT));
    }

    /**
     * Whether a value equal to the one of the year before counts as not measured: publishers of capacity repeat a fleet that
     * nobody reported; energy sums differ from year to year unless they are rounded.
     */
    boolean repeatsAreUnmeasured() {
        return this == CAPACITY_GW;
    }
}
