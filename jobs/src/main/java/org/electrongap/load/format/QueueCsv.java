package org.electrongap.load.format;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * The interconnection queues of two grid operators. Each request lists several capacities; one is taken and named in the
 * basis. Withdrawn requests are most of a queue and keep their status.
 */
enum QueueCsv implements RowLayout {
    /** Summer MW; dates are instants at midnight of the operator's time zone, of which the day is kept. */
    MISO(
            "miso-queue",
            "US-MISO",
            "MISO generator interconnection queue",
            "Project #",
            "Request Status",
            "Summer MW",
            "summer_mw",
            List.of("Queue Date", "Appl In Service Date", "Withdrawn Date")),
    /** MW Capacity, which is what counts in PJM's capacity market; hybrids list their fuels with semicolons. */
    PJM(
            "pjm-queue",
            "US-PJM",
            "PJM new services queue",
            "Project ID",
            "Status",
            "MW Capacity",
            "mw_capacity",
            List.of("Submitted Date", "Revised In Service Date", "Withdrawal Date"));

    private static final Map<String, String> STATUSES = Map.ofEntries(
            entry("active", "active"),
            entry("withdrawn", "withdrawn"),
            entry("canceled", "withdrawn"),
            entry("done", "done"),
            entry("in service", "done"),
            entry("deactivated", "done"),
            entry("suspended", "suspended"),
            entry("under construction", "under_construction"),
            entry("engineering and procurement", "under_construction"),
            entry("partially in service - under construction", "under_construction"));

    private static final Map<String, String> TECHNOLOGIES = Map.ofEntries(
            entry("solar", "solar"),
            entry("wind", "wind"),
            entry("offshore wind", "wind_offshore"),
            entry("battery storage", "storage"),
            entry("storage", "storage"),
            entry("natural gas", "gas"),
            entry("gas", "gas"),
            entry("combined cycle", "gas"),
            entry("methane", "bioenergy"),
            entry("biomass", "bioenergy"),
            entry("wood", "bioenergy"),
            entry("coal", "coal"),
            entry("diesel", "oil"),
            entry("oil", "oil"),
            entry("hydro", "hydro"),
            entry("nuclear", "nuclear"),
            entry("hybrid", "hybrid"),
            entry("waste heat recovery", "other"),
            entry("high voltage dc", "transmission"),
            entry("other", "other"));

    private final String format;
    private final String gridArea;
    private final String source;
    private final String id;
    private final String status;
    private final String capacity;
    private final String basis;
    private final List<String> dates;

    QueueCsv(
            String format,
            String gridArea,
            String source,
            String id,
            String status,
            String capacity,
            String basis,
            List<String> dates) {
        this.format = format;
        this.gridArea = gridArea;
        this.source = source;
        this.id = id;
        this.status = status;
        this.capacity = capacity;
        this.basis = basis;
        this.dates = dates;
    }

    @Override
    public String formatName() {
        return format;
    }

    @Override
    public TableName table() {
        return TableName.core("interconnection_requests");
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<String> needed() {
        return List.of(id, status, capacity, "State", "County", "Fuel", dates.get(0), dates.get(1), dates.get(2));
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(format, column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        String normalised = STATUSES.get(row.text(status).strip().toLowerCase(Locale.ROOT));
        String place = stated(row.text("State"));
        Optional<String> state = Regions.state(place);
        if (normalised == null) {
            records.quarantine(row, "unknown_status", "status", "'" + row.text(status) + "' is no known status");
        } else if (state.isEmpty() && !place.isBlank()) {
            UnknownRegion.give(place, row, records);
        } else {
            records.accept(filled(records.draft(row), row)
                    .with("subdivision", state.orElse(""))
                    .with("status", normalised));
        }
    }

    private RecordDraft filled(RecordDraft draft, CsvRow row) {
        return draft.with("request_id", row.text(id))
                .with("name", row.text(this == MISO ? "POI Name" : "Name"))
                .with("country", "USA")
                .with("county", stated(row.text("County")))
                .with("grid_area", gridArea)
                .with("technology", technology(row.text("Fuel")))
                .with("technology_reported", row.text("Fuel"))
                .with("status_reported", row.text(status))
                .with("capacity_mw", row.text(capacity))
                .with("basis", basis)
                .with("queued", day(row.text(dates.get(0))))
                .with("expected", day(row.text(dates.get(1))))
                .with("withdrawn", day(row.text(dates.get(2))));
    }

    /** PJM's workbook writes N/A where a request has no place, its export leaves the cell blank. */
    private static String stated(String text) {
        return text.strip().equals("N/A") ? "" : text;
    }

    private static String technology(String fuel) {
        return fuel.contains(";")
                ? "hybrid"
                : TECHNOLOGIES.getOrDefault(fuel.strip().toLowerCase(Locale.ROOT), "");
    }

    /** A text that is no date is passed on as it is, for the cast to refuse. */
    private static String day(String text) {
        return PartialDate.normalised(text).orElse(text);
    }
}
