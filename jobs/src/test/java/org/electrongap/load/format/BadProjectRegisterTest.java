package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.load.CapacityCsv;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.table.TableName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a register of projects may get wrong, and what the person who loads it reads about it. */
class BadProjectRegisterTest {

    private static final String HEADER =
            "record_id,name,record_kind,country,subdivisions,stage,stage_reported,power_kind,power_mw,announced,expected,"
                    + "source,edition,retrieved,grade";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "power_mw|-300|below_minimum|power_mw",
                "power_mw|300 MW|not_a_number|300 MW",
                "power_mw|about 300|not_a_number|about 300",
                "power_mw|300000|above_maximum|100000",
                "stage|zoning bliss|not_in_list|zoning bliss",
                "power_kind|kilowatts|not_in_list|kilowatts",
            })
    void brokenCellOfAProjectIsQuarantinedAndSaysWhatIsWrong(String column, String cell, String rule, String named) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(row("p" + i, i == 6 ? Map.of(column, cell) : Map.of()));
        }
        Sorted sorted = read(HEADER + "\n" + String.join("\n", rows) + "\n");
        assertThat(sorted.counts().quarantinedByRule()).as("rule").isEqualTo(Map.of(rule, 1L));
        assertThat(sorted.quarantined().get(0).line()).as("line").isEqualTo(8);
        assertThat(sorted.quarantined().get(0).reason()).as("reason").contains(named);
        assertThat(sorted.counts().accepted()).as("accepted").isEqualTo(39);
    }

    private static String row(String id, Map<String, String> changes) {
        List<String> cells = new ArrayList<>();
        for (String column : HEADER.split(",")) {
            cells.add(changes.getOrDefault(column, sound(column, id)));
        }
        return String.join(",", cells);
    }

    private static String sound(String column, String id) {
        return switch (column) {
            case "record_id", "name" -> id;
            case "record_kind" -> "load";
            case "country" -> "USA";
            case "subdivisions" -> "US-OH";
            case "stage", "stage_reported" -> "announced";
            case "power_kind" -> "facility";
            case "power_mw" -> "300";
            case "announced" -> "2025-01-21";
            case "expected" -> "2029";
            case "source" -> "County";
            case "edition" -> "2026-03-01";
            case "retrieved" -> "2026-11-22";
            default -> "primary";
        };
    }

    private static Sorted read(String text) {
        RecordLayout layout = RecordLayout.of(TableName.core("datacenter_projects"));
        Sorting sorting = new Sorting(layout);
        Origin origin =
                new Origin("projects.csv", Optional.empty(), "County", "", LocalDate.of(2026, 11, 22), "primary");
        try {
            new ContractCsv(layout, List.of(HEADER.split(",")))
                    .read(CapacityCsv.source(text.getBytes(StandardCharsets.UTF_8)), origin, sorting);
        } catch (DamagedFile damage) {
            sorting.fault(damage.fault());
        }
        return sorting.sorted();
    }
}
