package org.electrongap.load.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.table.TableName;

/**
 * The data centres of the United States that OpenStreetMap has, as the US data center observatory lists them: a register of
 * places, without power. A mapped building tells no stage, except that the map calls some of them construction; the day on
 * which the map first had it is no date of the building, and goes to the note.
 */
final class UsObservatory implements RowLayout {

    private static final Map<String, String> STAGES =
            Map.of("building", "unknown", "site", "unknown", "point", "unknown", "construction", "under_construction");

    @Override
    public String formatName() {
        return "us-dc-observatory";
    }

    @Override
    public TableName table() {
        return TableName.core("datacenter_projects");
    }

    @Override
    public String source() {
        return "US data center observatory, OpenStreetMap";
    }

    @Override
    public List<String> needed() {
        return List.of("osm_type", "osm_id", "name", "operator", "lat", "lon", "site_class", "county_fips", "state");
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(formatName(), column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        String stage = STAGES.get(row.text("site_class").strip());
        Optional<String> state = Regions.state(row.text("state"));
        if (stage == null) {
            records.quarantine(row, "unknown_status", "stage", "'" + row.text("site_class") + "' is no known class");
        } else if (state.isEmpty()) {
            UnknownRegion.give(row.text("state"), row, records);
        } else {
            records.accept(records.draft(row)
                    .with("record_id", row.text("osm_type") + "/" + row.text("osm_id"))
                    .with("name", DcmapRegister.named(row.text("name"), row.text("ref")))
                    .with("record_kind", "load")
                    .with("developer", row.text("operator"))
                    .with("country", "USA")
                    .with("subdivisions", state.get())
                    .with("latitude", row.text("lat"))
                    .with("longitude", row.text("lon"))
                    .with("stage", stage)
                    .with("stage_reported", row.text("site_class"))
                    .with("power_kind", "unknown")
                    .with("note", "county " + row.text("county_fips") + "; first mapped " + row.text("first_seen")));
        }
    }
}
