package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.electrongap.table.TableName;

/**
 * The registers that the dcmap repository merges: Virginia's county registers, whose words for a status are unmerged and
 * in one case misspelt, and a world-wide list of sites without power or status. A parcel of which a part is built and a part
 * is planned has a record for each: the less advanced is the expansion of the more advanced, so that a record keeps its identity
 * while its stage progresses.
 */
enum DcmapRegister implements CsvLayout {
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

    private static final List<String> ADVANCED_FIRST =
            List.of("energised", "under_construction", "requested", "announced", "unknown");

    /** A name is required; these words tell linkage nothing. */
    private static final String UNNAMED = "unnamed data center";

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
    public boolean isDivisible() {
        return this == SITES;
    }

    @Override
    public Rows rows(Records records) {
        return this == COUNTIES ? new Parcels(records) : row -> giveSite(row, records);
    }

    /** The rows of the counties, kept until the file ends: a parcel that is built in part has a row for each stage. */
    private static final class Parcels implements Rows {

        private final Records records;
        private final List<CsvRow> rows = new ArrayList<>();
        private final Map<String, TreeSet<Integer>> stages = new HashMap<>();

        Parcels(Records records) {
            this.records = records;
        }

        @Override
        public void take(CsvRow row) {
            rows.add(row);
            stage(row)
                    .ifPresent(stage -> stages.computeIfAbsent(id(row), id -> new TreeSet<>())
                            .add(ADVANCED_FIRST.indexOf(stage)));
        }

        @Override
        public void end() {
            rows.forEach(row -> giveCounty(row, identity(row), records));
        }

        /** The most advanced part of a parcel has the parcel's identity, the next is its expansion, and so on. */
        private String identity(CsvRow row) {
            int before = stage(row)
                    .map(stage -> stages.get(id(row))
                            .headSet(ADVANCED_FIRST.indexOf(stage))
                            .size())
                    .orElse(0);
            return Stream.iterate(id(row), Expansion::of)
                    .skip(before)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String id(CsvRow row) {
        return String.join(
                "|", row.text("source"), row.text("parcel_id"), row.text("name"), row.text("osm_ref"), row.text("lat"));
    }

    private static Optional<String> stage(CsvRow row) {
        return Optional.ofNullable(STAGES.get(row.text("status").strip().toLowerCase(Locale.ROOT)));
    }

    private static void giveCounty(CsvRow row, String id, Records records) {
        Optional<String> stage = stage(row);
        if (stage.isEmpty()) {
            records.quarantine(row, "unknown_status", "stage", "'" + row.text("status") + "' is no known status");
            return;
        }
        records.accept(records.draft(row)
                .with("record_id", id)
                .with("name", named(row.text("name"), designator(row)))
                .with("record_kind", "load")
                .with("developer", distinct(row.text("operator"), row.text("operator_raw")))
                .with("tenant", row.text("operator_osm"))
                .with("utility", row.text("utility"))
                .with("country", "USA")
                .with("subdivisions", "US-VA")
                .with("county", county(row.text("locality")))
                .with("place", row.isBlank("parcel_id") ? "" : "parcel " + row.text("parcel_id"))
                .with("latitude", row.text("lat"))
                .with("longitude", row.text("lon"))
                .with("stage", stage.get())
                .with("stage_reported", row.text("status"))
                .with("power_kind", "unknown")
                .with("power_mw", row.text("mw"))
                .with("power_reported", row.text("mw"))
                .with("note", row.text("zoning_case")));
    }

    /** The map's designator, unless the register itself doubts that the map's building is the county's. */
    private static String designator(CsvRow row) {
        return row.text("operator_confidence").equals("matched_osm_differs") ? "" : row.text("osm_ref");
    }

    /** A name with the designator of the building behind it. */
    static String named(String name, String designator) {
        if (name.isBlank() && designator.isBlank()) {
            return UNNAMED;
        }
        return name.contains(designator) ? name : (name + " " + designator).strip();
    }

    /** The owner by its common name and by the name under which it files. */
    private static String distinct(String operator, String filed) {
        return filed.isBlank() || filed.equals(operator) ? operator : operator + "; " + filed;
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
                .with("name", named(row.text("name"), row.text("ref")))
                .with("record_kind", "load")
                .with("developer", row.text("operator"))
                .with("utility", row.text("utility"))
                .with("country", country.get())
                .with(
                        "place",
                        row.isBlank("building")
                                ? row.text("city")
                                : row.text("city") + "; building " + row.text("building"))
                .with("latitude", row.text("lat"))
                .with("longitude", row.text("lon"))
                .with("stage", "unknown")
                .with("stage_reported", row.text("status"))
                .with("power_kind", row.isBlank("power_mw_total_current") ? "unknown" : "facility")
                .with("power_mw", row.text("power_mw_total_current"))
                .with("power_reported", row.text("power_mw_total_current")));
    }
}
