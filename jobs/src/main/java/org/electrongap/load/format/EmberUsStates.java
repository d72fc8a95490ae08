package org.electrongap.load.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrongap.table.TableName;

/**
 * Ember's generation of the states of the United States, in GWh. Four of the thirteen variables add up others; "US Total"
 * is the country and stands among the states.
 */
final class EmberUsStates implements RowLayout {

    private static final Map<String, String> TECHNOLOGIES = Map.of(
            "Bioenergy", "bioenergy",
            "Coal", "coal",
            "Gas", "gas",
            "Hydro", "hydro",
            "Nuclear", "nuclear",
            "Other Fossil", "fossil_other",
            "Other Renewables", "other_renewable",
            "Solar", "solar",
            "Wind", "wind");

    private static final Set<String> AGGREGATES = Set.of("Clean", "Fossil", "Renewables", "Wind and solar");

    @Override
    public String formatName() {
        return "ember-us-states";
    }

    @Override
    public TableName table() {
        return TableName.core("generation");
    }

    @Override
    public String source() {
        return "Ember electricity data";
    }

    @Override
    public List<String> needed() {
        return List.of("country", "state", "year", "variable", "generation_gwh");
    }

    @Override
    public boolean mayHave(String column) {
        return Set.of("share_of_generation_pct", "emissions_ktco2", "share_of_emissions_pct")
                .contains(column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        String variable = row.text("variable");
        Optional<String> region =
                row.text("state").equals("US Total") ? Optional.of("USA") : Regions.state(row.text("state"));
        if (row.isBlank("generation_gwh")) {
            records.setAside(row, "blank");
        } else if (AGGREGATES.contains(variable)) {
            records.setAside(row, "aggregate");
        } else if (!TECHNOLOGIES.containsKey(variable)) {
            records.quarantine(row, "unknown_technology", "technology", "'" + variable + "' is no known technology");
        } else if (region.isEmpty()) {
            UnknownRegion.give(row.text("state"), row, records);
        } else {
            records.accept(records.draft(row)
                    .with("region", region.get())
                    .with("year", row.text("year"))
                    .with("technology", TECHNOLOGIES.get(variable))
                    .with("generation_twh", Decimal.scaled(row.text("generation_gwh"), -3))
                    .with("basis", "net"));
        }
    }
}
