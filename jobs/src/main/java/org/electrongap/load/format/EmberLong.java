package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * Ember's long format: capacity, generation, demand and emissions in one file, told apart by Category; only the rows of
 * Subcategory Fuel add up. Older releases write "Country code" where newer ones write "ISO 3 code".
 */
enum EmberLong implements RowLayout {
    CAPACITY("capacity", "Capacity", "GW"),
    GENERATION("generation", "Electricity generation", "TWh"),
    DEMAND("demand", "Electricity demand", "TWh");

    private static final Map<String, String> TECHNOLOGIES = Map.ofEntries(
            entry("Bioenergy", "bioenergy"),
            entry("Coal", "coal"),
            entry("Gas", "gas"),
            entry("Hydro", "hydro"),
            entry("Nuclear", "nuclear"),
            entry("Other Fossil", "fossil_other"),
            entry("Other fossil", "fossil_other"),
            entry("Other Renewables", "other_renewable"),
            entry("Other renewables", "other_renewable"),
            entry("Solar", "solar"),
            entry("Wind", "wind"),
            entry("Onshore wind", "wind_onshore"),
            entry("Offshore wind", "wind_offshore"),
            entry("Total Generation", "total"),
            entry("Total generation", "total"));

    private static final Set<String> OTHERS = Set.of(
            "ISO 3 code",
            "Country code",
            "Area type",
            "Continent",
            "Ember region",
            "EU",
            "OECD",
            "G20",
            "G7",
            "ASEAN",
            "YoY absolute change",
            "YoY % change");

    private final String table;
    private final String category;
    private final String unit;

    EmberLong(String table, String category, String unit) {
        this.table = table;
        this.category = category;
        this.unit = unit;
    }

    @Override
    public String formatName() {
        return "ember-long-" + table;
    }

    @Override
    public TableName table() {
        return TableName.core(table);
    }

    @Override
    public String source() {
        return "Ember electricity data";
    }

    @Override
    public List<String> needed() {
        return List.of("Area", "Year", "Category", "Subcategory", "Variable", "Unit", "Value");
    }

    @Override
    public boolean mayHave(String column) {
        return OTHERS.contains(column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        String code = row.text(row.header().has("ISO 3 code") ? "ISO 3 code" : "Country code");
        Optional<String> region = code.isBlank() ? Regions.country(row.text("Area")) : Regions.countryOfCode(code);
        if (!row.text("Category").equals(category) || !row.text("Unit").equals(unit)) {
            records.setAside(row, "other_measure");
        } else if (row.isBlank("Value")) {
            records.setAside(row, "blank");
        } else if (!isLeafOrTotal(row)) {
            records.setAside(row, "aggregate");
        } else if (region.isEmpty()) {
            UnknownRegion.give(row.text("Area"), row, records);
        } else if (this != DEMAND && !TECHNOLOGIES.containsKey(row.text("Variable"))) {
            records.quarantine(
                    row, "unknown_technology", "technology", "'" + row.text("Variable") + "' is no known technology");
        } else {
            records.accept(filled(records.draft(row).with("region", region.get()), row));
        }
    }

    private boolean isLeafOrTotal(CsvRow row) {
        String subcategory = row.text("Subcategory");
        return this == DEMAND
                ? row.text("Variable").equals("Demand")
                : subcategory.equals("Fuel") || subcategory.equals("Total");
    }

    private RecordDraft filled(RecordDraft draft, CsvRow row) {
        String technology = TECHNOLOGIES.get(row.text("Variable"));
        return switch (this) {
            case CAPACITY ->
                draft.with("year", row.text("Year"))
                        .with("technology", technology)
                        .with("capacity_gw", row.text("Value"))
                        .with("basis", "year_end_installed");
            case GENERATION ->
                draft.with("year", row.text("Year"))
                        .with("technology", technology)
                        .with("generation_twh", row.text("Value"))
                        .with("basis", "gross_or_net_as_reported");
            case DEMAND ->
                draft.with("period_start", row.text("Year") + "-01-01")
                        .with("period_hour", "0")
                        .with("period_length", "P1Y")
                        .with("demand_twh", row.text("Value"))
                        .with("basis", "generation_plus_net_imports");
        };
    }
}
