package org.electrongap.load.format;

import java.util.List;
import java.util.Optional;
import org.electrongap.table.TableName;

/**
 * EIA's retail sales by state, sector and kind of provider, in MWh. The sectors and the kinds of provider add up to the
 * total of the total, which alone is taken; the sectors themselves changed in 2003.
 */
final class EiaStateSales implements RowLayout {

    private static final List<String> SECTORS =
            List.of("Residential", "Commercial", "Industrial", "Transportation", "Other");

    @Override
    public String formatName() {
        return "eia-state-sales";
    }

    @Override
    public TableName table() {
        return TableName.core("demand");
    }

    @Override
    public String source() {
        return "EIA-861 annual sales by state";
    }

    @Override
    public List<String> needed() {
        return List.of("Year", "State", "Industry Sector Category", "Total");
    }

    @Override
    public boolean mayHave(String column) {
        return SECTORS.contains(column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        for (String sector : SECTORS) {
            if (row.header().has(sector)) {
                records.setAside(row, row.isBlank(sector) ? "blank" : "part_of_total");
            }
        }
        Optional<String> region =
                row.text("State").equals("US") ? Optional.of("USA") : Regions.state(row.text("State"));
        if (!row.text("Industry Sector Category").equals("Total Electric Industry")) {
            records.setAside(row, "part_of_total");
        } else if (row.isBlank("Total")) {
            records.setAside(row, "blank");
        } else if (region.isEmpty()) {
            UnknownRegion.give(row.text("State"), row, records);
        } else {
            records.accept(records.draft(row)
                    .with("region", region.get())
                    .with("period_start", row.text("Year") + "-01-01")
                    .with("period_hour", "0")
                    .with("period_length", "P1Y")
                    .with("demand_twh", Decimal.scaled(row.text("Total"), -6))
                    .with("basis", "retail_sales"));
        }
    }
}
