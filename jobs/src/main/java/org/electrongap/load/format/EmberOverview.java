package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrongap.table.TableName;

/**
 * Ember's country overview, by year or by month: demand in TWh. The thirteen aggregates carry no country code; they are
 * kept as regions of their own, so that what Ember restates in them is seen, and are never a country.
 */
enum EmberOverview implements RowLayout {
    YEARLY("ember-yearly", "year", "P1Y"),
    MONTHLY("ember-monthly", "date", "P1M");

    private static final Map<String, String> AGGREGATES = Map.ofEntries(
            entry("World", "WORLD"),
            entry("EU", "EU27"),
            entry("Europe", "EUROPE"),
            entry("North America", "NORTH_AMERICA"),
            entry("ASEAN", "AGG-ASEAN"),
            entry("Africa", "AGG-AFRICA"),
            entry("Asia", "AGG-ASIA"),
            entry("G20", "AGG-G20"),
            entry("G7", "AGG-G7"),
            entry("Latin America and Caribbean", "AGG-LATAM"),
            entry("Middle East", "AGG-MEAST"),
            entry("OECD", "AGG-OECD"),
            entry("Oceania", "AGG-OCEAN"));

    private static final Set<String> OTHERS = Set.of(
            "demand_mwh_per_capita",
            "emissions_intensity_gco2_per_kwh",
            "continent",
            "ember_region",
            "eu_flag",
            "g20_flag",
            "g7_flag",
            "oecd_flag",
            "world_demand_rank",
            "region_demand_rank",
            "oecd_demand_rank",
            "eu_demand_rank",
            "latest_year",
            "coal_deadline",
            "clean_deadline");

    private final String format;
    private final String period;
    private final String length;

    EmberOverview(String format, String period, String length) {
        this.format = format;
        this.period = period;
        this.length = length;
    }

    @Override
    public String formatName() {
        return format;
    }

    @Override
    public TableName table() {
        return TableName.core("demand");
    }

    @Override
    public String source() {
        return "Ember electricity data";
    }

    @Override
    public List<String> needed() {
        return List.of("country_or_region", "country_code", period, "demand_twh");
    }

    @Override
    public boolean mayHave(String column) {
        return OTHERS.contains(column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        Optional<String> region = region(row);
        if (row.isBlank("demand_twh")) {
            records.setAside(row, "blank");
        } else if (region.isEmpty()) {
            UnknownRegion.give(row.text("country_or_region"), row, records);
        } else {
            String start = row.text(period);
            records.accept(records.draft(row)
                    .with("region", region.get())
                    .with("period_start", this == YEARLY ? start + "-01-01" : start)
                    .with("period_hour", "0")
                    .with("period_length", length)
                    .with("demand_twh", row.text("demand_twh"))
                    .with("basis", "generation_plus_net_imports"));
        }
    }

    private static Optional<String> region(CsvRow row) {
        return row.isBlank("country_code")
                ? Optional.ofNullable(AGGREGATES.get(row.text("country_or_region")))
                : Regions.countryOfCode(row.text("country_code"));
    }
}
