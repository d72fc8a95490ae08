package org.electrongap.load.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrongap.load.CapacityCsv;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.table.TableName;

/**
 * A sound file of some format, to be damaged.
 *
 * @param format its reader
 * @param fileName its name
 * @param sound its bytes
 * @param records how many records it holds, also after damage
 */
record DamagedInput(Format format, String fileName, byte[] sound, CountedRecords records) {

    private static final int ROWS = 12;

    /** Formats with several figures in a row, each a record. */
    private static final Map<String, Integer> RECORDS_A_ROW = Map.of(
            "eia-state-capacity", 2, "eia-state-sales", 6, "owid-mix-generation", 14, "owid-energy-generation", 14);

    /** Rules that look at the records of a file that was read to its end. */
    private static final Set<String> OF_RECORDS = Set.of("too_many_quarantined", "empty", "wrong_unit");

    /** A file in the layout of the table. */
    static DamagedInput ofOurOwnLayout() {
        RecordLayout layout = RecordLayout.of(TableName.core("capacity"));
        byte[] sound = CapacityCsv.text(CapacityCsv.rows(ROWS)).getBytes(StandardCharsets.UTF_8);
        return new DamagedInput(
                new ContractCsv(layout, layout.columnNames()), "x.csv", sound, CountedRecords.ofRows(sound, row -> 1));
    }

    /** The small file that each publisher's format has among the tests. */
    static DamagedInput ofFormat(Format format) {
        String name = format.formatName();
        byte[] sound = fixture(name);
        return new DamagedInput(
                format, name.equals("eia-930") ? "PJM.csv" : name + ".csv", sound, counted(name, sound));
    }

    /** A register that is read by a mapping. */
    static DamagedInput ofAMappedRegister() {
        String mapping = """
                {"name": "hill-county", "table": "core/datacenter_projects", "columns": {
                  "record_id": {"from": ["Case No", "Campus"], "join": " | "}, "name": "Campus", "country": {"value": "USA"},
                  "subdivisions": {"from": "State", "as": "state"}, "stage": {"from": "Remarks", "values":
                    {"announced": "announced", "built": "energised"}, "otherwise": "unknown"},
                  "record_kind": {"value": "load"}, "power_kind": {"value": "facility"},
                  "power_mw": {"from": "Size", "as": "number", "unit": "MW"}},
                 "set_aside": [{"column": "Campus", "matches": "zoning ordinance.*", "rule": "not_a_project"}]}
                """;
        StringBuilder sound = new StringBuilder("Case No,Campus,State,Remarks,Size\n");
        for (int i = 1; i <= ROWS; i++) {
            sound.append("24-0")
                    .append(i)
                    .append(",\"Campus ")
                    .append(i)
                    .append("\",VA,announced,\"1,20")
                    .append(i);
            sound.append("\"\n");
        }
        sound.append("24-020,Zoning ordinance on data centers,VA,adopted,\n");
        byte[] bytes = sound.toString().getBytes(StandardCharsets.UTF_8);
        return new DamagedInput(mapped(mapping), "register.csv", bytes, CountedRecords.ofRows(bytes, row -> 1));
    }

    private static Format mapped(String mapping) {
        List<Fault> faults = new ArrayList<>();
        try {
            return Formats.mapped(
                    MappingReader.read(new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)), faults)
                            .orElseThrow(() -> new IllegalStateException(faults.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CountedRecords counted(String format, byte[] sound) {
        if (format.contains("-json-")) {
            return CountedRecords.inSeries();
        }
        if (format.startsWith("eia-international-csv")) {
            return CountedRecords.belowYears(3);
        }
        int aRow = RECORDS_A_ROW.getOrDefault(format, 1);
        return CountedRecords.ofRows(sound, row -> aRow);
    }

    private static byte[] fixture(String format) {
        try (InputStream in = DamagedInput.class.getResourceAsStream("/load/" + format + ".csv")) {
            // Whether a site that expands is two records is told by its figures, which damage may take away.
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(",expanding,", ",operational,");
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CountedRecords.Count counted(byte[] file) {
        return records.in(file);
    }

    /** Reads such a file; a reader that ends with anything but a fault of the file fails the test. */
    Read read(byte[] file) {
        Sorting sorting = new Sorting(RecordLayout.of(format.table()));
        Origin origin = new Origin(fileName, Optional.empty(), "", "2025-06-29", LocalDate.of(2025, 6, 29), "primary");
        try {
            format.read(CapacityCsv.source(file), origin, sorting);
        } catch (DamagedFile fault) {
            sorting.fault(fault.fault());
        } catch (RuntimeException e) {
            throw new AssertionError(format.formatName() + " of\n" + new String(file, StandardCharsets.UTF_8), e);
        }
        return new Read(sorting.sorted());
    }

    @Override
    public String toString() {
        return format.formatName();
    }

    /** What came of a file. */
    record Read(Sorted sorted) {

        long records() {
            return sorted.counts().read();
        }

        /** Whether its text or its header is at fault, so that it was not read to its end, or not column by column. */
        boolean isRefusedByItsReader() {
            return sorted.faults().stream().anyMatch(fault -> !OF_RECORDS.contains(fault.rule()));
        }

        /** Whether nothing of it would be loaded. */
        boolean isRefused() {
            return !sorted.faults().isEmpty();
        }

        String text() {
            return sorted.counts().text() + " " + sorted.faults();
        }
    }
}
