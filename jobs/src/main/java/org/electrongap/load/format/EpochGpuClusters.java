package org.electrongap.load.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * Epoch AI's GPU clusters. Clusters that the publisher itself calls a possible duplicate, excluded or superseded are set
 * aside, for their MW would count twice, and so are the anonymous ones, which nobody can tell apart.
 *
 * <p>One column holds two kinds of power: what the publisher calculated from chips is that of the facility, cooling included;
 * what others reported is that of the facility or of the computers alone, and does not say which (the first phase of Stargate
 * UAE is reported with 200 MW and calculated with 280). A reported power is of unknown kind, and is counted as such.
 */
final class EpochGpuClusters implements RowLayout {

    private static final String KIND_NOT_SAID = "facility_or_it_power_not_said";
    private static final Pattern NUMBERS = Pattern.compile("[\\d.-]+");

    private static final Map<String, String> STAGES = Map.of("Existing", "energised", "Planned", "announced");

    @Override
    public String formatName() {
        return "epoch-gpu-clusters";
    }

    @Override
    public TableName table() {
        return TableName.core("datacenter_projects");
    }

    @Override
    public String source() {
        return "Epoch AI, GPU clusters";
    }

    @Override
    public List<String> needed() {
        return List.of(
                "Name",
                "Status",
                "Country",
                "Owner",
                "First Operational Date",
                "Power Capacity (MW)",
                "Superseded by",
                "Possible Duplicate",
                "Exclude");
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(formatName(), column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        Optional<String> aside = setAsideBy(row);
        Optional<String> country = Regions.country(row.text("Country"));
        String stage = STAGES.get(row.text("Status"));
        if (aside.isPresent()) {
            records.setAside(row, aside.get());
        } else if (stage == null) {
            records.quarantine(row, "unknown_status", "stage", "'" + row.text("Status") + "' is no known status");
        } else if (country.isEmpty()) {
            UnknownRegion.give(row.text("Country"), row, records);
        } else {
            String operational = row.text("First Operational Date");
            String date = PartialDate.normalised(operational).orElse(operational);
            boolean reported = !row.isBlank("Reported Power Capacity (MW)");
            RecordDraft draft = records.draft(row)
                    .with("record_id", row.text("Name"))
                    .with("name", row.text("Name"))
                    .with("record_kind", "load")
                    .with("developer", EpochDataCenters.untagged(row.text("Owner")))
                    .with("tenant", EpochDataCenters.untagged(row.text("Users")))
                    .with("country", country.get())
                    .with("subdivisions", country.get().equals("USA") ? state(row.text("Location")) : "")
                    .with("place", row.text("Location"))
                    .with("stage", stage)
                    .with("stage_reported", row.text("Status") + ", " + row.text("Certainty"))
                    .with("power_kind", reported ? "unknown" : "facility")
                    .with("power_mw", row.text("Power Capacity (MW)"))
                    .with("power_reported", row.text("Power Capacity (MW)"))
                    .with(stage.equals("energised") ? "energised" : "expected", date)
                    .with("note", row.text("Note"));
            records.accept(reported ? draft.marked(KIND_NOT_SAID) : draft);
        }
    }

    /** The state in the last part of an address that names one, such as "Memphis, TN 38109"; empty where none does. */
    private static String state(String address) {
        String state = "";
        for (String part : address.split(",")) {
            state = Regions.state(NUMBERS.matcher(part).replaceAll("").strip()).orElse(state);
        }
        return state;
    }

    private static Optional<String> setAsideBy(CsvRow row) {
        if (row.text("Name").startsWith("Anonymized")) {
            return Optional.of("anonymous");
        }
        if (!row.isBlank("Exclude")) {
            return Optional.of("excluded_by_publisher");
        }
        if (row.text("Possible Duplicate").equalsIgnoreCase("TRUE")) {
            return Optional.of("possible_duplicate");
        }
        if (!row.isBlank("Superseded by")) {
            return Optional.of("superseded");
        }
        if (row.text("Status").equals("Decommissioned")) {
            return Optional.of("decommissioned");
        }
        return row.isBlank("Country") ? Optional.of("no_country") : Optional.empty();
    }
}
