package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.table.TableName;

/**
 * EIA's existing capacity by state, producer type and fuel, in MW, by two definitions. The file holds totals on three axes;
 * of the producers only the total is taken, which leaves the states and the country, the fuels and their total.
 */
final class EiaStateCapacity implements RowLayout {

    private static final Map<String, String> TECHNOLOGIES = Map.ofEntries(
            entry("All Sources", "total"),
            entry("Coal", "coal"),
            entry("Natural Gas", "gas"),
            entry("Petroleum", "oil"),
            entry("Other Gases", "fossil_other"),
            entry("Nuclear", "nuclear"),
            entry("Hydroelectric", "hydro"),
            entry("Pumped Storage", "pumped_storage"),
            entry("Wind", "wind"),
            entry("Solar Thermal and Photovoltaic", "solar"),
            entry("Wood and Wood Derived Fuels", "bioenergy"),
            entry("Other Biomass", "bioenergy"),
            entry("Geothermal", "geothermal"),
            entry("Other", "other"));

    private static final Map<String, String> BASES =
            Map.of("Nameplate Capacity (Megawatts)", "nameplate", "Summer Capacity (Megawatts)", "net_summer");

    @Override
    public String formatName() {
        return "eia-state-capacity";
    }

    @Override
    public TableName table() {
        return TableName.core("capacity");
    }

    @Override
    public String source() {
        return "EIA-860 existing capacity by state";
    }

    @Override
    public List<String> needed() {
        return List.of(
                "Year",
                "State Code",
                "Producer Type",
                "Fuel Source",
                "Nameplate Capacity (Megawatts)",
                "Summer Capacity (Megawatts)");
    }

    @Override
    public boolean mayHave(String column) {
        return column.equals("Generators") || column.equals("Facilities");
    }

    @Override
    public boolean isDivisible() {
        return false;
    }

    @Override
    public void give(CsvRow row, Records records) {
        for (String column : List.of("Nameplate Capacity (Megawatts)", "Summer Capacity (Megawatts)")) {
            give(row, column, records);
        }
    }

    private static void give(CsvRow row, String column, Records records) {
        String technology = TECHNOLOGIES.get(row.text("Fuel Source"));
        Optional<String> region =
                row.text("State Code").equals("US") ? Optional.of("USA") : Regions.state(row.text("State Code"));
        if (!row.text("Producer Type").equals("Total Electric Power Industry")) {
            records.setAside(row, "part_of_total");
        } else if (row.isBlank(column)) {
            records.setAside(row, "blank");
        } else if (technology == null) {
            records.quarantine(
                    row, "unknown_technology", "technology", "'" + row.text("Fuel Source") + "' is no known fuel");
        } else if (region.isEmpty()) {
            UnknownRegion.give(row.text("State Code"), row, records);
        } else {
            records.accept(records.draft(row)
                    .with("region", region.get())
                    .with("year", row.text("Year"))
                    .with("technology", technology)
                    .with("capacity_gw", Decimal.scaled(row.text(column), -3))
                    .with("basis", BASES.get(column))
                    .asPart(row.text("Fuel Source")));
        }
    }
}
