package org.electrongap.load.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * Epoch AI's frontier data centres: one row a site, with its power today in MW of the facility. Names carry the publisher's
 * confidence ("Amazon #confident"), which is kept in the note; a handle ends with the state.
 */
final class EpochDataCenters implements RowLayout {

    private static final Pattern DEGREES = Pattern.compile("(\\d+)°\\s*(\\d+)['’]\\s*([\\d.]+)[\"”]\\s*([NSEW])");

    @Override
    public String formatName() {
        return "epoch-data-centers";
    }

    @Override
    public TableName table() {
        return TableName.core("datacenter_projects");
    }

    @Override
    public String source() {
        return "Epoch AI, frontier data centers";
    }

    @Override
    public List<String> needed() {
        return List.of("Handle", "Title", "Project", "Address", "Owner", "Users", "Current power (MW)");
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(formatName(), column);
    }

    @Override
    public void give(CsvRow row, Records records) {
        Place place = Place.of(row.text("Handle"), row.text("Address"));
        if (place.country().isEmpty()) {
            records.quarantine(row, "unknown_region", "country", "neither the handle nor the address names a country");
            return;
        }
        String power = row.text("Current power (MW)");
        boolean running = !power.isBlank() && !power.matches("0(\\.0*)?");
        RecordDraft draft = records.draft(row)
                .with("record_id", row.text("Handle"))
                .with("name", row.text("Title"))
                .with("record_kind", "load")
                .with("programme", untagged(row.text("Project")))
                .with("developer", untagged(row.text("Owner")))
                .with("tenant", untagged(row.text("Users")))
                .with("utility", untagged(row.text("Energy companies")))
                .with("country", place.country())
                .with("subdivisions", place.state())
                .with("place", row.text("Address"))
                .with("latitude", degrees(row.text("Latitude")))
                .with("longitude", degrees(row.text("Longitude")))
                .with("stage", running ? "energised" : "under_construction")
                .with("stage_reported", "current power " + power + " MW")
                .with("power_kind", "facility")
                .with("power_mw", running ? power : "")
                .with("power_reported", power)
                .with("cost_usd", Decimal.scaled(row.text("Current total capital cost (2025 USD billions)"), 9))
                .with("cost_reported", row.text("Current total capital cost (2025 USD billions)"))
                .with("note", row.text("Owner") + "; " + row.text("Users"));
        records.accept(draft);
    }

    /** A list of names without the tags that say how sure the publisher is. */
    static String untagged(String names) {
        return names.replaceAll("\\s*#[a-z]+", "").strip();
    }

    /** Degrees, minutes and seconds as decimal degrees; any other text as it is, for the cast to judge. */
    private static String degrees(String text) {
        Matcher matcher = DEGREES.matcher(text.strip());
        if (!matcher.matches()) {
            return text;
        }
        double degrees = Integer.parseInt(matcher.group(1))
                + Integer.parseInt(matcher.group(2)) / 60.0
                + Double.parseDouble(matcher.group(3)) / 3600.0;
        boolean negative = matcher.group(4).equals("S") || matcher.group(4).equals("W");
        return Double.toString(negative ? -degrees : degrees);
    }

    /**
     * Where a site is.
     *
     * @param country its code, empty when not known
     * @param state its code where it lies in the United States
     */
    record Place(String country, String state) {

        static Place of(String handle, String address) {
            Optional<String> state = lastWords(handle)
                    .map(Regions::state)
                    .flatMap(Optional::stream)
                    .findFirst();
            if (state.isPresent()) {
                return new Place("USA", state.get());
            }
            String last = address.substring(address.lastIndexOf(',') + 1).strip();
            return new Place(Regions.country(last).orElse(""), "");
        }

        private static java.util.stream.Stream<String> lastWords(String handle) {
            String[] words = handle.strip().split(" ");
            return IntStream.of(2, 1)
                    .filter(count -> words.length >= count)
                    .mapToObj(count ->
                            String.join(" ", java.util.Arrays.copyOfRange(words, words.length - count, words.length)));
        }
    }
}
