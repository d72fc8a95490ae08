package org.electrongap.load.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * EIA's own six-month files of form EIA-930, sheet BALANCE: one row for each balancing authority and hour. Of demand the
 * adjusted figure counts, which EIA imputes where an authority's was missing or anomalous; imputed hours are provisional.
 * Stamps name the end of the hour, in UTC; figures are in MW, with thousands separators, and an hour of so many MW is as many
 * MWh.
 */
final class Eia930Balance implements RowLayout {

    private static final String AUTHORITY = "Balancing Authority";
    private static final String END = "UTC Time at End of Hour";
    private static final String DEMAND = "Demand (MW) (Adjusted)";
    private static final String IMPUTED = "Demand (MW) (Imputed)";

    private static final Pattern OTHERS =
            Pattern.compile("(Demand Forecast|Demand|Net Generation|Total Interchange|Sum\\(Valid DIBAs\\)) \\(MW\\).*"
                    + "|Data Date|Hour Number|Local Time at End of Hour|Region");

    private static final DateTimeFormatter STAMP = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("M/d/uuuu h:mm:ss a")
            .toFormatter(Locale.ENGLISH);

    @Override
    public String formatName() {
        return "eia-930-balance";
    }

    @Override
    public TableName table() {
        return TableName.core("demand");
    }

    @Override
    public String source() {
        return "EIA-930 Hourly Electric Grid Monitor";
    }

    @Override
    public List<String> needed() {
        return List.of(AUTHORITY, END, "Demand (MW)", IMPUTED, DEMAND);
    }

    @Override
    public boolean mayHave(String column) {
        return OTHERS.matcher(column).matches();
    }

    @Override
    public void give(CsvRow row, Records records) {
        Optional<LocalDateTime> start = start(row);
        Optional<String> region = Regions.gridArea(row.text(AUTHORITY));
        if (row.isBlank(DEMAND)) {
            records.setAside(row, "blank");
        } else if (start.isEmpty()) {
            records.quarantine(
                    row, "not_a_time", "period_start", "'" + row.text(END) + "' is not the end of an hour in UTC");
        } else if (region.isEmpty()) {
            UnknownRegion.ofAuthority(row.text(AUTHORITY), row, records);
        } else {
            RecordDraft draft = records.draft(row)
                    .with("region", region.get())
                    .with("period_start", start.get().toLocalDate().toString())
                    .with("period_hour", Integer.toString(start.get().getHour()))
                    .with("period_length", "PT1H")
                    .with("demand_twh", Decimal.scaled(Decimal.withoutSeparators(row.text(DEMAND)), -6))
                    .with("basis", "metered_load")
                    .with("maturity", row.isBlank(IMPUTED) ? "" : "provisional");
            records.accept(row.isBlank(IMPUTED) ? draft : draft.marked(mark(row)));
        }
    }

    private static String mark(CsvRow row) {
        return row.isBlank("Demand (MW)") ? "missing_imputed" : "anomalous_imputed";
    }

    @Override
    public boolean isIssuedInPeriods() {
        return true;
    }

    @Override
    public Optional<LocalDate> day(CsvRow row) {
        return start(row).map(LocalDateTime::toLocalDate);
    }

    private static Optional<LocalDateTime> start(CsvRow row) {
        try {
            LocalDateTime end = LocalDateTime.parse(row.text(END).strip(), STAMP);
            return Optional.of(end.minusHours(1)).filter(start -> start.getMinute() == 0 && start.getSecond() == 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
