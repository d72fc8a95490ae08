package org.electrongap.load.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * Hourly demand of one balancing authority, form EIA-930, as cleaned by Ruggles and Farnham; the file's name is the
 * authority. An hour of so many MW is as many MWh. Hours that were missing or anomalous are imputed and count as
 * provisional; stamps are UTC and name the start of the hour.
 */
final class Eia930 implements RowLayout {

    private static final String MEASURED = "OKAY";
    private static final Pattern HOUR = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:00:00");
    private static final Pattern BEHIND_NAME = Pattern.compile("[._-].*$");

    @Override
    public String formatName() {
        return "eia-930";
    }

    @Override
    public TableName table() {
        return TableName.core("demand");
    }

    @Override
    public String source() {
        return "EIA-930, cleaned by Ruggles and Farnham";
    }

    @Override
    public List<String> needed() {
        return List.of("date_time", "raw demand (MW)", "category", "cleaned demand (MW)");
    }

    @Override
    public boolean mayHave(String column) {
        return column.equals("forecast demand (MW)");
    }

    @Override
    public void give(CsvRow row, Records records) {
        String time = row.text("date_time");
        Optional<String> region = Regions.gridArea(authority(records.origin().fileName()));
        if (row.isBlank("cleaned demand (MW)")) {
            records.setAside(row, "blank");
        } else if (!HOUR.matcher(time).matches()) {
            records.quarantine(row, "not_a_time", "period_start", "'" + time + "' is not the start of an hour");
        } else if (region.isEmpty()) {
            UnknownRegion.ofAuthority(authority(records.origin().fileName()), row, records);
        } else {
            String category = row.text("category");
            RecordDraft draft = records.draft(row)
                    .with("region", region.get())
                    .with("period_start", time.substring(0, 10))
                    .with("period_hour", time.substring(11, 13))
                    .with("period_length", "PT1H")
                    .with("demand_twh", Decimal.scaled(row.text("cleaned demand (MW)"), -6))
                    .with("basis", "metered_load")
                    .with("maturity", category.equals(MEASURED) ? "" : "provisional");
            records.accept(category.equals(MEASURED) ? draft : draft.marked(mark(category)));
        }
    }

    private static String mark(String category) {
        return category.equals("MISSING") ? "missing_imputed" : "anomalous_imputed";
    }

    @Override
    public String part(String fileName) {
        return Regions.gridArea(authority(fileName)).orElse("US-" + authority(fileName));
    }

    @Override
    public boolean isIssuedInPeriods() {
        return true;
    }

    @Override
    public Optional<LocalDate> day(CsvRow row) {
        String time = row.text("date_time");
        try {
            return HOUR.matcher(time).matches()
                    ? Optional.of(LocalDate.parse(time.substring(0, 10)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The authority that the file is named by, such as PJM of PJM.csv. */
    private static String authority(String fileName) {
        return BEHIND_NAME.matcher(fileName).replaceFirst("").toUpperCase(Locale.ROOT);
    }
}
