package org.electrongap.project;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.load.format.Format;
import org.electrongap.load.format.Formats;
import org.electrongap.load.format.Origin;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.table.TableName;

/**
 * The registers of ../shared/data as {@code load} reads them. A record is named by its register and by its identity there;
 * where the file has no identity, by its number in the file, from 1.
 */
final class RealRegisters {

    private static final RecordLayout LAYOUT = RecordLayout.of(TableName.core("datacenter_projects"));
    /** What a register says of a project, without where the row came from. */
    private static final List<String> COLUMNS = List.of(
            "record_id",
            "name",
            "record_kind",
            "programme",
            "developer",
            "tenant",
            "utility",
            "country",
            "subdivisions",
            "county",
            "place",
            "latitude",
            "longitude",
            "stage",
            "stage_reported",
            "power_kind",
            "power_mw",
            "expected",
            "energised",
            "source");

    private final Map<String, Map<String, Register.Entry>> byRegister = new LinkedHashMap<>();

    private RealRegisters() {}

    /** The folder with the registers; it may be absent. */
    static Path folder() {
        return Path.of(System.getProperty("electrongap.shared", "../../shared/data"));
    }

    static boolean present() {
        return Files.isDirectory(folder().resolve("dcmap_2026"));
    }

    static RealRegisters read() {
        RealRegisters registers = new RealRegisters();
        registers.addNumbered("dcmap/registry", "dcmap_2026/registry.csv", "dcmap-registry", "2026-08-16");
        registers.add("dcmap/facilities_sites", "dcmap_2026/facilities_sites.csv", "dcmap-sites", "2026-08-16");
        registers.add(
                "dcmap/ai_site_trajectories", "dcmap_2026/ai_site_trajectories.csv", "dcmap-ai-sites", "2026-08-16");
        registers.add("us_dc_observatory", "us_dc_observatory_2026/facilities.csv", "us-dc-observatory", "2026-08-11");
        registers.add("epoch/data_centers", "epoch_2025_12/data_centers.csv", "epoch-data-centers", "2025-12-13");
        registers.addNumbered(
                "epoch/gpu_clusters", "epoch_2025_12/gpu_clusters.csv", "epoch-gpu-clusters", "2025-12-14");
        return registers;
    }

    /** A record; empty where {@code load} did not accept it. */
    Optional<Register.Entry> record(String register, String record) {
        return Optional.ofNullable(byRegister.get(register).get(record));
    }

    List<Register.Entry> all() {
        List<Register.Entry> all = new ArrayList<>();
        byRegister.values().forEach(records -> all.addAll(records.values()));
        return all;
    }

    private void add(String register, String file, String format, String edition) {
        Map<String, Register.Entry> entries = new LinkedHashMap<>();
        for (CheckedRecord record : accepted(file, format, edition)) {
            Register.Entry entry = entry(record, edition);
            entries.put((String) entry.values().get("record_id"), entry);
        }
        byRegister.put(register, entries);
    }

    private void addNumbered(String register, String file, String format, String edition) {
        Map<Long, Integer> numbers = numbers(folder().resolve(file));
        Map<String, Register.Entry> entries = new LinkedHashMap<>();
        accepted(file, format, edition)
                .forEach(record -> entries.put(String.valueOf(numbers.get(record.line())), entry(record, edition)));
        byRegister.put(register, entries);
    }

    private static List<CheckedRecord> accepted(String file, String name, String edition) {
        Path path = folder().resolve(file);
        Format format = Formats.named(name).orElseThrow();
        Sorting sorting = new Sorting(LAYOUT);
        Origin origin = new Origin(
                path.getFileName().toString(), Optional.empty(), "", edition, LocalDate.parse(edition), "primary");
        format.read(() -> Files.newInputStream(path), origin, sorting);
        return sorting.sorted().accepted();
    }

    /** The number of each record by the line on which it starts. */
    private static Map<Long, Integer> numbers(Path file) {
        Map<Long, Integer> numbers = new HashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(line -> numbers.put(line.getStartingLineNumber(), numbers.size() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }

    private static Register.Entry entry(CheckedRecord record, String edition) {
        Register.Entry entry = Register.record("", "").edition(edition).without("stage_reported");
        for (String column : COLUMNS) {
            Object value = record.values()[LAYOUT.index(column)];
            entry = value == null ? entry.without(column) : entry.with(column, value);
        }
        return entry;
    }
}
