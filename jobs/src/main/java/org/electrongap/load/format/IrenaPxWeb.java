package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * IRENA's PxWeb export: a title, an empty line, then leaf technologies in MW or GWh, Windows-1252. The export leaves out
 * "Fossil fuels n.e.s.", other non-renewables and solar thermal, so its sums are lower than those of the extract.
 */
enum IrenaPxWeb implements RowLayout {
    CAPACITY("capacity", "Electricity Installed Capacity (MW)", "capacity_gw", "year_end_installed"),
    GENERATION("generation", "Electricity Generation (GWh)", "generation_twh", "gross_or_net_as_reported");

    private static final String VALUE = "Electricity statistics (MW/GWh)";

    private final String table;
    private final String dataType;
    private final String column;
    private final String basis;

    IrenaPxWeb(String table, String dataType, String column, String basis) {
        this.table = table;
        this.dataType = dataType;
        this.column = column;
        this.basis = basis;
    }

    @Override
    public String formatName() {
        return "irena-pxweb-" + table;
    }

    @Override
    public TableName table() {
        return TableName.core(table);
    }

    @Override
    public String source() {
        return "IRENASTAT";
    }

    @Override
    public List<String> needed() {
        return List.of("Country/area", "Technology", "Data Type", "Grid connection", "Year", VALUE);
    }

    @Override
    public boolean mayHave(String column) {
        return false;
    }

    @Override
    public boolean recognises(CsvRow first) {
        return first.text("Data Type").equals(dataType);
    }

    @Override
    public Charset encoding() {
        return Charset.forName("windows-1252");
    }

    @Override
    public boolean isDivisible() {
        return false;
    }

    @Override
    public void give(CsvRow row, Records records) {
        String technology = Irena.TECHNOLOGIES.get(row.text("Technology"));
        Optional<String> region = Regions.country(row.text("Country/area"));
        if (!row.text("Data Type").equals(dataType)) {
            records.setAside(row, "other_measure");
        } else if (row.text(VALUE).isBlank() || row.text(VALUE).strip().equals("-")) {
            records.setAside(row, "blank");
        } else if (technology == null) {
            records.quarantine(
                    row, "unknown_technology", "technology", "'" + row.text("Technology") + "' is no known technology");
        } else if (region.isEmpty()) {
            UnknownRegion.give(row.text("Country/area"), row, records);
        } else {
            records.accept(draft(row, records)
                    .with("region", region.get())
                    .with("technology", technology)
                    .asPart(row.text("Technology") + "|" + row.text("Grid connection")));
        }
    }

    private RecordDraft draft(CsvRow row, Records records) {
        return records.draft(row)
                .with("year", row.text("Year"))
                .with(column, Decimal.scaled(row.text(VALUE), -3))
                .with("basis", basis);
    }
}
