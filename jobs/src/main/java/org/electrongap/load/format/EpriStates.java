package org.electrongap.load.format;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.electrongap.table.TableName;

/**
 * Facilities that each carry their state's electricity use of 2023, after EPRI, divided evenly. A state gives one record, the
 * share of a facility times their number; the other facilities repeat it. The column says kWh and holds MWh: as kWh the United
 * States would use 0.15 TWh. Should a later file hold what its column says, the anchors of well-known figures refuse it.
 */
final class EpriStates implements CsvLayout {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /** From the MWh that the column called kWh holds. */
    private static final int MWH_TO_TWH = -6;

    @Override
    public String formatName() {
        return "epri-states";
    }

    @Override
    public TableName table() {
        return TableName.core("datacenter_load");
    }

    @Override
    public String source() {
        return "EPRI, Powering Intelligence (2024), at second hand";
    }

    @Override
    public List<String> needed() {
        return List.of("Data_center", "power_usage_2023_kwh", "states", "Number_of_States_Data_Centers");
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(formatName(), column);
    }

    @Override
    public Charset encoding() {
        return StandardCharsets.ISO_8859_1;
    }

    @Override
    public boolean isDivisible() {
        return false;
    }

    @Override
    public Rows rows(Records records) {
        Set<String> seen = new HashSet<>();
        return row -> {
            String share = row.text("power_usage_2023_kwh").strip();
            String facilities = row.text("Number_of_States_Data_Centers").strip();
            Optional<String> state = Regions.state(row.text("states").strip());
            if (state.isEmpty()) {
                UnknownRegion.give(row.text("states"), row, records);
            } else if (!NUMBER.matcher(share).matches()
                    || !NUMBER.matcher(facilities).matches()) {
                String reason = "'" + share + "' or '" + facilities + "' is not a number";
                records.quarantine(row, "not_a_number", "datacenter_twh", reason);
            } else if (seen.add(state.get() + "|" + share + "|" + facilities)) {
                accept(row, state.get(), new BigDecimal(share).multiply(new BigDecimal(facilities)), records);
            } else {
                records.setAside(row, "share_of_its_state");
            }
        };
    }

    private static void accept(CsvRow row, String state, BigDecimal megawattHours, Records records) {
        records.accept(records.draft(row)
                .with("region", state)
                .with("year", "2023")
                .with("kind", "estimate")
                .with("scenario", "reference")
                .with("scope", "all")
                .with(
                        "datacenter_twh",
                        megawattHours.scaleByPowerOfTen(MWH_TO_TWH).toPlainString())
                .with("basis", "electricity use at the meter, state totals divided by facility")
                .with("title", "Powering Intelligence")
                .with("note", "the column says kWh and holds MWh (rule kwh_is_mwh)"));
    }
}
