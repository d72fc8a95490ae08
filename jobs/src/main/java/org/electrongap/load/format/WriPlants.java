package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.electrongap.table.TableName;

/**
 * The Global Power Plant Database of the World Resources Institute. Its sums are not national totals. A commissioning year
 * is the mean over the units, written with decimals, which are cut.
 */
final class WriPlants implements RowLayout {

    private static final Map<String, String> TECHNOLOGIES = Map.ofEntries(
            entry("Solar", "solar"),
            entry("Wind", "wind"),
            entry("Gas", "gas"),
            entry("Hydro", "hydro"),
            entry("Oil", "oil"),
            entry("Petcoke", "oil"),
            entry("Coal", "coal"),
            entry("Nuclear", "nuclear"),
            entry("Waste", "bioenergy"),
            entry("Biomass", "bioenergy"),
            entry("Storage", "storage"),
            entry("Geothermal", "geothermal"),
            entry("Wave and Tidal", "marine"),
            entry("Cogeneration", "other"),
            entry("Other", "other"),
            entry("", "unknown"));

    @Override
    public String formatName() {
        return "wri-plants";
    }

    @Override
    public TableName table() {
        return TableName.core("plants");
    }

    @Override
    public String source() {
        return "WRI Global Power Plant Database";
    }

    @Override
    public List<String> needed() {
        return List.of("country", "name", "gppd_idnr", "capacity_mw", "primary_fuel", "commissioning_year", "owner");
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(formatName(), column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        String technology = TECHNOLOGIES.get(row.text("primary_fuel").strip());
        if (technology == null) {
            records.quarantine(
                    row, "unknown_technology", "technology", "'" + row.text("primary_fuel") + "' is no known fuel");
            return;
        }
        records.accept(records.draft(row)
                .with("plant_id", row.text("gppd_idnr"))
                .with("name", row.text("name"))
                .with("country", row.text("country"))
                .with("latitude", row.text("latitude"))
                .with("longitude", row.text("longitude"))
                .with("technology", technology)
                .with("technology_reported", row.text("primary_fuel"))
                .with("capacity_mw", row.text("capacity_mw"))
                .with("commissioned_year", row.text("commissioning_year").replaceFirst("\\.\\d+$", ""))
                .with("owner", row.text("owner"))
                .with("basis", "nameplate"));
    }
}
