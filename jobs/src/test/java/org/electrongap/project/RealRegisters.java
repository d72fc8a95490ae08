package org.electrongap.project;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The registers of ../shared/data as project records, mapped for trying linkage; a record is named by source and identity. */
final class RealRegisters {

    private static final Pattern CONFIDENCE = Pattern.compile("\\s*#\\w+");
    private static final Pattern DEGREES =
            Pattern.compile("\\s*(\\d+)°(\\d+)['’′](\\d+(?:\\.\\d+)?)[\"”″]\\s*([NSEW])\\s*");
    private static final Map<String, String> STAGES = Map.ofEntries(
            Map.entry("proposed", "announced"),
            Map.entry("planned", "permitted"),
            Map.entry("pending", "requested"),
            Map.entry("under review", "requested"),
            Map.entry("existing", "energised"),
            Map.entry("built", "energised"),
            Map.entry("completed", "energised"),
            Map.entry("under construction", "under_construction"),
            Map.entry("built/under construction", "under_construction"),
            Map.entry("bult/under construction", "under_construction"),
            Map.entry("construction", "under_construction"),
            Map.entry("building", "energised"),
            Map.entry("site", "energised"),
            Map.entry("point", "energised"),
            Map.entry("operational", "energised"),
            Map.entry("expanding", "under_construction"),
            Map.entry("under_construction", "under_construction"));

    private final Map<String, Map<String, Register.Entry>> bySource = new HashMap<>();

    private RealRegisters() {}

    /** The folder with the registers; it may be absent. */
    static Path folder() {
        return Path.of(System.getProperty("electrongap.shared", "../../shared"), "data");
    }

    static boolean present() {
        return Files.isDirectory(folder().resolve("dcmap_2026"));
    }

    static RealRegisters read() {
        RealRegisters registers = new RealRegisters();
        registers.add("dcmap/registry", "dcmap_2026/registry.csv", RealRegisters::county);
        registers.add("dcmap/facilities_sites", "dcmap_2026/facilities_sites.csv", RealRegisters::site);
        registers.add("dcmap/ai_site_trajectories", "dcmap_2026/ai_site_trajectories.csv", RealRegisters::aiSite);
        registers.add("us_dc_observatory", "us_dc_observatory_2026/facilities.csv", RealRegisters::observed);
        registers.add("epoch/data_centers", "epoch_2025_12/data_centers.csv", RealRegisters::epoch);
        registers.add("epoch/gpu_clusters", "epoch_2025_12/gpu_clusters.csv", RealRegisters::cluster);
        return registers;
    }

    Register.Entry record(String source, String recordId) {
        Register.Entry entry = bySource.get(source).get(recordId);
        if (entry == null) {
            throw new IllegalArgumentException("no record '" + recordId + "' in " + source);
        }
        return entry;
    }

    List<Register.Entry> of(String source) {
        return List.copyOf(bySource.get(source).values());
    }

    private void add(String source, String file, BiFunction<NamedCsvRecord, Integer, Register.Entry> mapping) {
        Map<String, Register.Entry> entries = new HashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder().resolve(file))) {
            int ordinal = 0;
            for (NamedCsvRecord line : csv) {
                Register.Entry entry = mapping.apply(line, ++ordinal);
                entries.put((String) entry.values().get("record_id"), entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bySource.put(source, entries);
    }

    private static Register.Entry county(NamedCsvRecord line, int ordinal) {
        String operators = line.getField("operator") + "; " + line.getField("operator_raw");
        return point(
                        text(
                                Register.record("dcmap/" + line.getField("source"), String.valueOf(ordinal)),
                                "tenant",
                                line.getField("operator_osm")),
                        line.getField("lat"),
                        line.getField("lon"))
                .with("name", named(line.getField("name") + " " + line.getField("osm_ref")))
                .with("developer", operators)
                .with("utility", line.getField("utility"))
                .with("county", line.getField("locality"))
                .with("subdivisions", "US-VA")
                .with("stage", stage(line.getField("status")))
                .with("stage_reported", line.getField("status"));
    }

    private static Register.Entry site(NamedCsvRecord line, int ordinal) {
        String name = line.getField("name").isBlank() ? line.getField("epoch_name") : line.getField("name");
        Register.Entry entry = Register.record("dcmap/facilities_sites", line.getField("site_id"))
                .with("name", named(name + " " + line.getField("ref")))
                .with("stage", "unknown");
        return point(
                text(text(entry, "developer", line.getField("operator")), "place", line.getField("city")),
                line.getField("lat"),
                line.getField("lon"));
    }

    private static Register.Entry aiSite(NamedCsvRecord line, int ordinal) {
        Register.Entry entry = Register.record("dcmap/ai_site_trajectories", line.getField("site"))
                .with("stage", stage(line.getField("status")));
        return power(entry, line.getField("power_mw_total_peak"));
    }

    private static Register.Entry observed(NamedCsvRecord line, int ordinal) {
        Register.Entry entry = Register.record(
                        "us_dc_observatory", line.getField("osm_type") + "/" + line.getField("osm_id"))
                .with("name", named(line.getField("name") + " " + line.getField("ref")))
                .with("subdivisions", "US-" + line.getField("state"))
                .with("stage", stage(line.getField("site_class")));
        return point(text(entry, "developer", line.getField("operator")), line.getField("lat"), line.getField("lon"));
    }

    private static Register.Entry epoch(NamedCsvRecord line, int ordinal) {
        Register.Entry entry = Register.record("epoch/data_centers", line.getField("Handle"))
                .with("name", line.getField("Title"))
                .with("place", line.getField("Address"))
                .with("stage", "unknown");
        entry = text(entry, "developer", sure(line.getField("Owner")));
        entry = text(entry, "tenant", sure(line.getField("Users")));
        return degrees(
                power(entry, line.getField("Current power (MW)")),
                line.getField("Latitude"),
                line.getField("Longitude"));
    }

    private static Register.Entry cluster(NamedCsvRecord line, int ordinal) {
        Register.Entry entry = Register.record("epoch/gpu_clusters", String.valueOf(ordinal))
                .with("name", named(line.getField("Name")))
                .with("place", line.getField("Location"))
                .with("stage", "unknown");
        return power(
                text(text(entry, "developer", line.getField("Owner")), "tenant", line.getField("Users")),
                line.getField("Power Capacity (MW)"));
    }

    private static String sure(String owners) {
        return CONFIDENCE.matcher(owners).replaceAll("");
    }

    private static String named(String name) {
        return name.isBlank() ? "unnamed data center" : name.strip();
    }

    private static String stage(String words) {
        return STAGES.getOrDefault(words.toLowerCase(Locale.ROOT), "unknown");
    }

    private static Register.Entry text(Register.Entry entry, String column, String text) {
        return text.isBlank() ? entry : entry.with(column, text);
    }

    private static Register.Entry power(Register.Entry entry, String mw) {
        return mw.isBlank() || Double.parseDouble(mw) == 0 ? entry : entry.with("power_mw", Double.valueOf(mw));
    }

    private static Register.Entry point(Register.Entry entry, String latitude, String longitude) {
        return latitude.isBlank() || longitude.isBlank()
                ? entry
                : entry.at(Double.parseDouble(latitude), Double.parseDouble(longitude));
    }

    private static Register.Entry degrees(Register.Entry entry, String latitude, String longitude) {
        OptionalDouble north = degrees(latitude);
        OptionalDouble east = degrees(longitude);
        return north.isPresent() && east.isPresent() ? entry.at(north.getAsDouble(), east.getAsDouble()) : entry;
    }

    private static OptionalDouble degrees(String text) {
        Matcher parts = DEGREES.matcher(text);
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        double value = Integer.parseInt(parts.group(1))
                + Integer.parseInt(parts.group(2)) / 60.0
                + Double.parseDouble(parts.group(3)) / 3600;
        return OptionalDouble.of("SW".contains(parts.group(4)) ? -value : value);
    }
}
