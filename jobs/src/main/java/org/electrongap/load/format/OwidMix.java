package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * Our World in Data's electricity mix from BP and Ember: one row a country and year, one column a technology, in TWh. Its
 * editions differ in capitals. A record is one cell in TWh; shares and figures per head are not records.
 */
enum OwidMix implements RowLayout {
    GENERATION("owid-mix-generation", "generation"),
    DEMAND("owid-mix-demand", "demand");

    private static final Map<String, String> TECHNOLOGIES = Map.ofEntries(
            entry("electricity generation (twh)", "total"),
            entry("electricity from coal (twh)", "coal"),
            entry("electricity from gas (twh)", "gas"),
            entry("electricity from oil (twh)", "oil"),
            entry("electricity from nuclear (twh)", "nuclear"),
            entry("electricity from hydro (twh)", "hydro"),
            entry("electricity from wind (twh)", "wind"),
            entry("electricity from solar (twh)", "solar"),
            entry("electricity from bioenergy (twh)", "bioenergy"),
            entry("electricity from other renewables excluding bioenergy (twh)", "other_renewable"));

    private static final Set<String> AGGREGATES = Set.of(
            "electricity from fossil fuels (twh)",
            "electricity from renewables (twh)",
            "electricity from other renewables (twh)",
            "electricity from other renewables including bioenergy (twh)",
            "low-carbon electricity (twh)");

    private final String format;
    private final String table;

    OwidMix(String format, String table) {
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
        return "Our World in Data, from BP and Ember";
    }

    @Override
    public List<String> needed() {
        return this == DEMAND
                ? List.of("Country", "Year", "Electricity demand (TWh)")
                : List.of("Country", "Year", "Electricity from coal (TWh)", "Electricity from gas (TWh)");
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has("owid-mix", column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        for (int i = 0; i < row.header().size(); i++) {
            String column = row.header().names().get(i).toLowerCase(java.util.Locale.ROOT);
            if (this == DEMAND ? column.equals("electricity demand (twh)") : isGeneration(column)) {
                give(row, column, row.text(i), records);
            }
        }
    }

    private static boolean isGeneration(String column) {
        return TECHNOLOGIES.containsKey(column) || AGGREGATES.contains(column);
    }

    private void give(CsvRow row, String column, String value, Records records) {
        Optional<String> region = Regions.country(row.text("Country"));
        if (value.isBlank()) {
            records.setAside(row, "blank");
        } else if (region.isEmpty()) {
            UnknownRegion.give(row.text("Country"), row, records);
        } else if (AGGREGATES.contains(column)) {
            records.setAside(row, "aggregate");
        } else {
            records.accept(filled(records.draft(row).with("region", region.get()), row, column, value));
        }
    }

    private RecordDraft filled(RecordDraft draft, CsvRow row, String column, String value) {
        return this == DEMAND
                ? draft.with("period_start", row.text("Year") + "-01-01")
                        .with("period_hour", "0")
                        .with("period_length", "P1Y")
                        .with("demand_twh", value)
                        .with("basis", "generation_plus_net_imports")
                : draft.with("year", row.text("Year"))
                        .with("technology", TECHNOLOGIES.get(column))
                        .with("generation_twh", value)
                        .with("basis", "gross_or_net_as_reported");
    }
}
