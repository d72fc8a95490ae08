package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.electrongap.table.TableName;

/**
 * The registers that the dcmap repository merges: Virginia's county registers, whose words for a status are unmerged and
 * in one case misspelt, and a world-wide list of sites without power or status.
 */
enum DcmapRegister implements RowLayout {
    COUNTIES(
            "dcmap-registry",
            List.of("source", "locality", "name", "operator", "osm_ref", "status", "mw", "parcel_id")),
    SITES("dcmap-sites", List.of("site_id", "name", "operator", "country", "lat", "lon", "power_mw_total_current"));

    private static final Map<String, String> STAGES = Map.ofEntries(
            entry("proposed", "announced"),
            entry("planned", "announced"),
            entry("pending", "requested"),
            entry("under review", "requested"),
            entry("under construction", "under_construction"),
            entry("built/under construction", "under_construction"),
            entry("bult/under construction", "under_construction"),
            entry("existing", "energised"),
            entry("built", "energised"),
            entry("completed", "energised"),
            entry("", "unknown"));

    private final String format;
    private final List<String> needed;

    DcmapRegister(String format, List<String> needed) {
        this.format = format;
        this.needed = needed;
    }

    @Override
    public String formatName() {
        return format;
    }

    @Override
    public TableName table() {
        return TableName.core("datacenter_projects");
    }

    @Override
    public String source() {
        return this == COUNTIES ? "dcmap, county registers" : "dcmap, sites";
    }

    @Override
    public List<String> needed() {
        return needed;
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(format, column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        if (this == COUNTIES) {
            giveCounty(row, records);
        } else {
            giveSite(row, records);
        }
    }

    private static void giveCounty(CsvRow row, Records records) {
        String stage = STAGES.get(row.text("status").strip().toLowerCase(Locale.ROOT));
        if (stage == null) {
            records.quarantine(row, "unknown_status", "stage", "'" + row.text("status") + "' is no known status");
            return;
        }
        String id = String.join(
                "|", row.text("source"), row.text("parcel_id"), row.text("name"), row.text("osm_ref"), row.text("lat"));
        records.accept(records.draft(row)
                .with("record_id", id)
                .with("name", row.text("name").isBlank() ? id : row.text("name"))
                .with("record_kind", "load")
                .with("developer", row.text("operator"))
                .with("utility", row.text("utility"))
                .with("country", "USA")
                .with("subdivisions", "US-VA")
                .with("county", county(row.text("locality")))
                .with("latitude", row.text("lat"))
                .with("longitude", row.text("lon"))
                .with("stage", stage)
                .with("stage_reported", row.text("status"))
                .with("power_kind", "unknown")
                .with("power_mw", row.text("mw"))
                .with("power_reported", row.text("mw"))
                .with("note", row.text("zoning_case")));
    }

    /** Virginia's cities are counties of their own, and are written in two ways. */
    private static String county(String locality) {
        return locality.replaceFirst("^City of (.+)$", "$1 City").replace("Wyth County", "Wythe County");
    }

    private static void giveSite(CsvRow row, Records records) {
        Optional<String> country = Regions.countryOfShortCode(row.text("country"));
        if (country.isEmpty()) {
            UnknownRegion.give(row.text("country"), row, records);
            return;
        }
        records.accept(records.draft(row)
                .with("record_id", row.text("site_id"))
                .with("name", row.isBlank("name") ? row.text("site_id") : row.text("name"))
                .with("record_kind", "load")
                .with("developer", row.text("operator"))
                .with("utility", row.text("utility"))
                .with("country", country.get())
                .with("place", row.text("city"))
                .with("latitude", row.text("lat"))
                .with("longitude", row.text("lon"))
                .with("stage", "unknown")
                .with("stage_reported", row.text("status"))
                .with("power_kind", row.isBlank("power_mw_total_current") ? "unknown" : "facility")
                .with("power_mw", row.text("power_mw_total_current"))
                .with("power_reported", row.text("power_mw_total_current")));
    }
}
