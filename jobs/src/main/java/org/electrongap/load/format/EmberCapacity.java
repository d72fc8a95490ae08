package org.electrongap.load.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrongap.table.TableName;

/**
 * Ember's yearly capacity of 2021, in GW. Nine of its variables are always blank; Renewables adds up others and is set
 * aside, while Fossil is kept, because gas and oil stand nowhere else.
 */
final class EmberCapacity implements RowLayout {

    private static final Map<String, String> TECHNOLOGIES = Map.of(
            "Bioenergy", "bioenergy",
            "Coal", "coal",
            "Gas", "gas",
            "Fossil", "fossil",
            "Hydro", "hydro",
            "Nuclear", "nuclear",
            "Other renewables", "other_renewable",
            "Other fossil", "fossil_other",
            "Solar", "solar",
            "Wind", "wind");

    private static final Set<String> AGGREGATES =
            Set.of("Clean", "Renewables", "Wind and solar", "Gas & oil", "Hydro, bioenergy & other renewables");

    private static final Set<String> OTHER_MEASURES = Set.of("Demand", "Net imports", "Production");

    @Override
    public String formatName() {
        return "ember-capacity";
    }

    @Override
    public TableName table() {
        return TableName.core("capacity");
    }

    @Override
    public String source() {
        return "Ember electricity data";
    }

    @Override
    public List<String> needed() {
        return List.of("date", "country", "alpha_3", "variable", "capacity_gw");
    }

    @Override
    public boolean mayHave(String column) {
        return false;
    }

    @Override
    public void give(CsvRow row, Records records) {
        String variable = row.text("variable");
        Optional<String> region = row.isBlank("alpha_3")
                ? Regions.country(row.text("country"))
                : Regions.countryOfCode(row.text("alpha_3"));
        if (row.isBlank("capacity_gw")) {
            records.setAside(row, "blank");
        } else if (AGGREGATES.contains(variable)) {
            records.setAside(row, "aggregate");
        } else if (OTHER_MEASURES.contains(variable)) {
            records.setAside(row, "other_measure");
        } else if (!TECHNOLOGIES.containsKey(variable)) {
            records.quarantine(row, "unknown_technology", "technology", "'" + variable + "' is no known technology");
        } else if (region.isEmpty()) {
            UnknownRegion.give(row.text("country"), row, records);
        } else {
            records.accept(records.draft(row)
                    .with("region", region.get())
                    .with("year", row.text("date").replaceFirst("-01-01T00:00:00Z$", ""))
                    .with("technology", TECHNOLOGIES.get(variable))
                    .with("capacity_gw", row.text("capacity_gw"))
                    .with("basis", "year_end_installed"));
        }
    }
}
