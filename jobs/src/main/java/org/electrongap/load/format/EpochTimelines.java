package org.electrongap.load.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * Epoch AI's timelines: dated states of each site, observed up to the day of the file and planned after it, without a flag.
 * A site gives one record, its state of the greatest power; the states on the way there are set aside.
 */
final class EpochTimelines implements CsvLayout {

    @Override
    public String formatName() {
        return "epoch-timelines";
    }

    @Override
    public TableName table() {
        return TableName.core("datacenter_projects");
    }

    @Override
    public String source() {
        return "Epoch AI, data center timelines";
    }

    @Override
    public List<String> needed() {
        return List.of("Date", "Data center", "Construction status", "Power (MW)");
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(formatName(), column);
    }

    @Override
    public boolean isDivisible() {
        return false;
    }

    @Override
    public Rows rows(Records records) {
        return new Sites(records);
    }

    /** Keeps the state of the greatest power of each site until the file ends. */
    private static final class Sites implements Rows {

        private final Records records;
        private final Map<String, CsvRow> greatest = new LinkedHashMap<>();

        Sites(Records records) {
            this.records = records;
        }

        @Override
        public void take(CsvRow row) {
            Optional<Double> power = power(row);
            if (power.isEmpty()) {
                String reason = "'" + row.text("Power (MW)") + "' is no power in MW";
                records.quarantine(row, "not_a_number", "power_mw", reason);
                return;
            }
            CsvRow before = greatest.get(row.text("Data center"));
            if (before != null && power(before).orElseThrow() >= power.get()) {
                records.setAside(row, "other_state_of_the_site");
                return;
            }
            if (before != null) {
                records.setAside(before, "other_state_of_the_site");
            }
            greatest.put(row.text("Data center"), row);
        }

        @Override
        public void end() {
            greatest.values().forEach(row -> give(row, records));
        }

        private static Optional<Double> power(CsvRow row) {
            String text = row.text("Power (MW)").strip();
            return text.matches("\\d+(\\.\\d+)?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
        }

        private static void give(CsvRow row, Records records) {
            String handle = row.text("Data center");
            EpochDataCenters.Place place = EpochDataCenters.Place.of(handle, handle);
            String country = place.country().isEmpty() && handle.endsWith("Abu Dhabi") ? "ARE" : place.country();
            if (country.isEmpty()) {
                records.quarantine(row, "unknown_region", "country", "'" + handle + "' does not name a country");
                return;
            }
            boolean observed = row.text("Date").compareTo(records.origin().edition()) <= 0;
            RecordDraft draft = records.draft(row)
                    .with("record_id", handle)
                    .with("name", handle)
                    .with("record_kind", "load")
                    .with("country", country)
                    .with("subdivisions", place.state())
                    .with("stage", observed ? "energised" : "under_construction")
                    .with("stage_reported", row.text("Construction status"))
                    .with("power_kind", "facility")
                    .with("power_mw", row.text("Power (MW)"))
                    .with("power_reported", row.text("Power (MW)"))
                    .with("cost_usd", Decimal.scaled(row.text("Total capital cost (2025 USD billions)"), 9))
                    .with("cost_reported", row.text("Total capital cost (2025 USD billions)"))
                    .with(observed ? "energised" : "expected", row.text("Date"));
            records.accept(draft);
        }
    }
}
