package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * Our World in Data's owid-energy-data.csv, as its codebook describes it. Aggregates have no iso_code, and most rows before
 * 1985 are blank in the columns on electricity.
 */
enum OwidEnergy implements RowLayout {
    GENERATION("owid-energy-generation", "generation"),
    DEMAND("owid-energy-demand", "demand");

    private static final Map<String, String> TECHNOLOGIES = Map.ofEntries(
            entry("electricity_generation", "total"),
            entry("coal_electricity", "coal"),
            entry("gas_electricity", "gas"),
            entry("oil_electricity", "oil"),
            entry("nuclear_electricity", "nuclear"),
            entry("hydro_electricity", "hydro"),
            entry("wind_electricity", "wind"),
            entry("solar_electricity", "solar"),
            entry("biofuel_electricity", "bioenergy"),
            entry("other_renewable_exc_biofuel_electricity", "other_renewable"));

    private static final Set<String> AGGREGATES = Set.of(
            "fossil_electricity", "low_carbon_electricity", "renewables_electricity", "other_renewable_electricity");

    private final String format;
    private final String table;

    OwidEnergy(String format, String table) {
        this.format = format;
        this.table = table;
    }

    @Override
    public String formatName() {
        return format;
    }

    @Override
    public TableName table() {
        return TableName.core(table);
    }

    @Override
    public String source() {
        return "Our World in Data energy data";
    }

    @Override
    public List<String> needed() {
        return List.of("country", "year", "iso_code", this == DEMAND ? "electricity_demand" : "electricity_generation");
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has("owid-energy", column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        for (int i = 0; i < row.header().size(); i++) {
            String column = row.header().names().get(i);
            if (this == DEMAND
                    ? column.equals("electricity_demand")
                    : TECHNOLOGIES.containsKey(column) || AGGREGATES.contains(column)) {
                give(row, column, row.text(i), records);
            }
        }
    }

    private void give(CsvRow row, String column, String value, Records records) {
        Optional<String> region = row.isBlank("iso_code")
                ? Optional.of(row.text("country")).filter("World"::equals).map(world -> "WORLD")
                : Regions.countryOfCode(row.text("iso_code"));
        if (value.isBlank()) {
            records.setAside(row, "blank");
        } else if (AGGREGATES.contains(column) || (region.isEmpty() && row.isBlank("iso_code"))) {
            records.setAside(row, "aggregate");
        } else if (region.isEmpty()) {
            UnknownRegion.give(row.text("iso_code"), row, records);
        } else {
            records.accept(filled(records.draft(row).with("region", region.get()), row, column, value));
        }
    }

    private RecordDraft filled(RecordDraft draft, CsvRow row, String column, String value) {
        return this == DEMAND
                ? draft.with("period_start", row.text("year") + "-01-01")
                        .with("period_hour", "0")
                        .with("period_length", "P1Y")
                        .with("demand_twh", value)
                        .with("basis", "generation_plus_net_imports")
                : draft.with("year", row.text("year"))
                        .with("technology", TECHNOLOGIES.get(column))
                        .with("generation_twh", value)
                        .with("basis", "gross_or_net_as_reported");
    }
}
