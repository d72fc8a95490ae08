package org.electrongap.load.format;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * The sites for AI that the dcmap repository follows: power of today and at the peak of what is planned, in MW of the
 * facility. A site that grows gives two records, what runs and what is being added, which sum to its peak. The file has no
 * country; {@link CampusPlaces} derives it from the name, and a site whose name tells none is set aside.
 */
final class DcmapAiSites implements RowLayout {

    private static final String CURRENT = "power_mw_total_current";
    private static final String PEAK = "power_mw_total_peak";
    private static final String FROM_NAME = "country derived from the name";
    private static final String GROWS = "expanding";
    private static final Map<String, String> STAGES = Map.ofEntries(
            entry("operational", "energised"),
            entry(GROWS, "energised"),
            entry("under_construction", "under_construction"));

    @Override
    public String formatName() {
        return "dcmap-ai-sites";
    }

    @Override
    public TableName table() {
        return TableName.core("datacenter_projects");
    }

    @Override
    public String source() {
        return "dcmap, AI sites";
    }

    @Override
    public List<String> needed() {
        return List.of("site", "status", CURRENT, PEAK, "peak_date");
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(formatName(), column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        String status = row.text("status").strip().toLowerCase(Locale.ROOT);
        String stage = STAGES.get(status);
        Optional<CampusPlaces.Place> place = CampusPlaces.of(row.text("site"));
        if (stage == null) {
            records.quarantine(row, "unknown_status", "stage", "'" + row.text("status") + "' is no known status");
        } else if (place.isEmpty()) {
            records.setAside(row, "no_country");
        } else {
            RecordDraft site = site(row, records, place.get(), row.text("site"));
            records.accept(stage.equals("energised") ? running(site, row) : built(site, row));
            added(row, status)
                    .map(mw -> addition(site(row, records, place.get(), Expansion.of(row.text("site"))), row, mw))
                    .ifPresent(records::accept);
        }
    }

    /** A site that runs: the day of its peak, today's or a later one, does not tell since when, and stands in the note alone. */
    private static RecordDraft running(RecordDraft site, CsvRow row) {
        return site.with("stage", "energised")
                .with("power_mw", row.text(CURRENT))
                .with("power_reported", row.text(CURRENT))
                .with("note", FROM_NAME + "; peak " + peakDate(row));
    }

    private static RecordDraft built(RecordDraft site, CsvRow row) {
        return site.with("stage", "under_construction")
                .with("expected", peakDate(row))
                .with("power_mw", row.text(PEAK))
                .with("power_reported", row.text(PEAK));
    }

    private static RecordDraft addition(RecordDraft site, CsvRow row, BigDecimal mw) {
        return site.with("stage", "under_construction")
                .with("expected", peakDate(row))
                .with("power_mw", mw.toPlainString())
                .with("power_reported", row.text(PEAK) + " less " + row.text(CURRENT));
    }

    private static RecordDraft site(CsvRow row, Records records, CampusPlaces.Place place, String name) {
        return records.draft(row)
                .with("record_id", name)
                .with("name", name)
                .with("record_kind", "load")
                .with("country", place.country())
                .with("subdivisions", place.subdivision())
                .with("stage_reported", row.text("status"))
                .with("power_kind", "facility")
                .with("note", FROM_NAME);
    }

    /** What a growing site adds; empty where that is nothing or one of its powers is no number. */
    private static Optional<BigDecimal> added(CsvRow row, String status) {
        return status.equals(GROWS)
                ? Decimal.figure(row.text(PEAK))
                        .flatMap(peak -> Decimal.figure(row.text(CURRENT)).map(peak::subtract))
                        .filter(mw -> mw.signum() > 0)
                : Optional.empty();
    }

    /** The day on which the peak is reached; a text that is no date is passed on, for the cast to refuse. */
    private static String peakDate(CsvRow row) {
        return PartialDate.normalised(row.text("peak_date")).orElse(row.text("peak_date"));
    }
}
