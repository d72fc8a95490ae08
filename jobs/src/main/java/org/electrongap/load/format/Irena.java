package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.electrongap.table.TableName;

/**
 * IRENA's statistics extract, sheet Country: one row for each country, sub-technology, producer type and year, in MW. It
 * has no totals; the fossil fleet of China, Germany and Japan stands in part or as a whole under "Fossil fuels n.e.s.",
 * and batteries are not counted.
 */
final class Irena implements RowLayout {

    static final Map<String, String> TECHNOLOGIES = Map.ofEntries(
            entry("Coal and peat", "coal"),
            entry("Natural gas", "gas"),
            entry("Oil", "oil"),
            entry("Fossil fuels n.e.s.", "fossil_other"),
            entry("Nuclear", "nuclear"),
            entry("Renewable hydropower", "hydro"),
            entry("Mixed Hydro Plants", "hydro"),
            entry("Pumped storage", "pumped_storage"),
            entry("Onshore wind energy", "wind_onshore"),
            entry("Offshore wind energy", "wind_offshore"),
            entry("Solar photovoltaic", "solar"),
            entry("Solar thermal energy", "solar"),
            entry("Solid biofuels", "bioenergy"),
            entry("Liquid biofuels", "bioenergy"),
            entry("Biogas", "bioenergy"),
            entry("Renewable municipal waste", "bioenergy"),
            entry("Geothermal energy", "geothermal"),
            entry("Marine energy", "marine"),
            entry("Other non-renewable energy", "other_nonrenewable"));

    private static final String VALUE = "Electricity Installed Capacity (MW)";

    @Override
    public String formatName() {
        return "irena";
    }

    @Override
    public TableName table() {
        return TableName.core("capacity");
    }

    @Override
    public String source() {
        return "IRENA Renewable Capacity Statistics";
    }

    @Override
    public List<String> needed() {
        return List.of("ISO3 code", "Technology", "Sub-Technology", "Producer Type", "Year", VALUE);
    }

    @Override
    public boolean mayHave(String column) {
        return List.of("Region", "Sub-region", "Country", "M49 code", "RE or Non-RE", "Group Technology")
                .contains(column);
    }

    @Override
    public boolean isDivisible() {
        return false;
    }

    @Override
    public void give(CsvRow row, Records records) {
        String technology = TECHNOLOGIES.get(row.text("Technology"));
        if (technology == null) {
            records.quarantine(
                    row, "unknown_technology", "technology", "'" + row.text("Technology") + "' is no known technology");
        } else if (row.isBlank(VALUE)) {
            records.setAside(row, "blank");
        } else {
            records.accept(records.draft(row)
                    .with("region", row.text("ISO3 code"))
                    .with("year", row.text("Year"))
                    .with("technology", technology)
                    .with("capacity_gw", Decimal.scaled(row.text(VALUE), -3))
                    .with("basis", "year_end_installed")
                    .asPart(row.text("Technology") + "|" + row.text("Sub-Technology") + "|"
                            + row.text("Producer Type")));
        }
    }
}
