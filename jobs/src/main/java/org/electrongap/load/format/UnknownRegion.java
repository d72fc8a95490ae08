package org.electrongap.load.format;

/** What becomes of a record whose region has no code: an aggregate is set aside, a name that nobody knows is quarantined. */
final class UnknownRegion {

    private UnknownRegion() {}

    static void give(String name, CsvRow row, Records records) {
        if (Regions.isAggregate(name)) {
            records.setAside(row, "aggregate");
        } else if (Regions.isHistorical(name)) {
            records.setAside(row, "outside_the_data_set");
        } else {
            records.quarantine(row, "unknown_region", "region", "'" + name + "' is no known region");
        }
    }

    /** The same of an authority of form EIA-930, whose codes are not those of states. */
    static void ofAuthority(String code, CsvRow row, Records records) {
        records.quarantine(
                row,
                "unknown_region",
                "region",
                "'" + code + "' is no known balancing authority or region of form EIA-930");
    }
}
