package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.electrongap.load.CapacityCsv;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.load.record.Source;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractCsvTest {

    @Test
    void everyRowOfASoundFileIsAccepted() {
        Sorted sorted = read(CapacityCsv.text(CapacityCsv.rows(40)));

        assertThat(sorted.faults()).as("faults").isEmpty();
        assertThat(sorted.counts().accepted()).as("accepted").isEqualTo(40);
        assertThat(sorted.accepted().get(0).line())
                .as("line of the first record")
                .isEqualTo(2);
        assertThat(sorted.accepted().get(0).values()[3]).as("capacity_gw").isEqualTo(1.5);
    }

    @Test
    void linesOfQuotedLineBreaksAreThoseWhereRecordsStart() {
        List<String> rows = CapacityCsv.rows(40);
        rows.set(0, rows.get(0).replace("Test agency", "\"Test\nagency\""));
        Sorted sorted = read(CapacityCsv.text(rows));

        assertThat(sorted.accepted().get(1).line())
                .as("line of the second record")
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "capacity_gw|'1,234'|thousands_separator",
                "capacity_gw|12abc|not_a_number",
                "capacity_gw|NaN|not_finite",
                "capacity_gw|-Infinity|not_finite",
                "capacity_gw|1e400|number_range",
                "capacity_gw|1e-320|number_range",
                "capacity_gw|-1|below_minimum",
                "capacity_gw|100001|above_maximum",
                "capacity_gw|''|required",
                "capacity_gw|0x1p3|not_a_number",
                "capacity_gw|1d|not_a_number",
                "year|2024.5|not_an_integer",
                "year|99999999999|number_range",
                "year|1024|below_minimum",
                "technology|steam|not_in_list",
                "region|United States|pattern",
                "region|ZZZ|unknown_region",
                "region|US-ZZZ|unknown_region",
                "region|ZZ-1|unknown_region",
                "region|USA+ZZZ|unknown_region",
                "retrieved|2025-02-30|not_a_date",
                "retrieved|29.06.2025|not_a_date",
                "source|Ag\u0000ency|damaged_text",
            })
    void aBrokenCellQuarantinesItsRecordUnderTheRuleOfThatName(String column, String cell, String rule) {
        List<String> rows = CapacityCsv.rows(40);
        rows.set(6, withCell(rows.get(6), column, cell));
        Sorted sorted = read(CapacityCsv.text(rows));

        assertThat(sorted.counts().quarantinedByRule()).as("quarantined").isEqualTo(Map.of(rule, 1L));
        assertThat(sorted.quarantined().get(0).line()).as("line").isEqualTo(8);
        assertThat(sorted.quarantined().get(0).column()).as("column").isEqualTo(column);
        assertThat(sorted.quarantined().get(0).raw()).as("raw text").contains(cell);
        assertThat(sorted.counts().accepted()).as("accepted").isEqualTo(39);
    }

    @Test
    void everyRuleThatARecordBreaksIsInItsReason() {
        List<String> rows = CapacityCsv.rows(40);
        rows.set(6, withCell(withCell(rows.get(6), "year", "soon"), "capacity_gw", "much"));
        Sorted sorted = read(CapacityCsv.text(rows));

        assertThat(sorted.quarantined().get(0).reason())
                .as("reason")
                .contains("'soon'")
                .contains("'much'");
    }

    @Test
    void equalRecordsOfOneKeyAreDuplicatesAndUnequalOnesAreAllQuarantined() {
        List<String> rows = CapacityCsv.rows(60);
        rows.add(rows.get(3));
        rows.add(rows.get(5).replace(",total,6.5", ",total,6.6"));
        Sorted sorted = read(CapacityCsv.text(rows));

        assertThat(sorted.counts().exactDuplicates()).as("exact duplicates").isEqualTo(1);
        assertThat(sorted.counts().quarantinedByRule()).as("quarantined").isEqualTo(Map.of("conflicting_key", 2L));
        assertThat(sorted.quarantined().get(0).reason())
                .as("names the other line")
                .contains("line 63");
        assertThat(sorted.counts().accepted()).as("accepted").isEqualTo(59);
    }

    @Test
    void aFileWithMoreThanFivePercentQuarantinedIsRejected() {
        List<String> rows = CapacityCsv.rows(100);
        for (int i = 0; i < 6; i++) {
            rows.set(i, withCell(rows.get(i), "capacity_gw", "?"));
        }

        assertThat(rules(read(CapacityCsv.text(rows)))).containsExactly("too_many_quarantined");
        rows.set(0, CapacityCsv.rows(1).get(0));
        assertThat(read(CapacityCsv.text(rows)).faults()).as("exactly 5 %").isEmpty();
    }

    @Test
    void allFaultsOfAHeaderAreTold() {
        String text = CapacityCsv.text(CapacityCsv.rows(3))
                .replace("capacity_gw", "capacity_mw")
                .replace("region", "land");
        Sorted sorted = read(text);

        assertThat(rules(sorted)).as("faults").contains("header");
        String told =
                String.join("\n", sorted.faults().stream().map(Fault::text).toList());
        assertThat(told)
                .contains("column 'capacity_gw' is missing")
                .contains("in another unit")
                .contains("column 'region' is missing")
                .contains("column 'land' is unknown");
        assertThat(sorted.faults())
                .as("no fault that only follows from the header")
                .hasSize(4);
    }

    @Test
    void megawattsUnderAGigawattHeaderAreAWrongUnit() {
        List<String> rows = new ArrayList<>(CapacityCsv.rows(40));
        rows.add("CHN,2023,total,2920670,year_end_installed,Test agency,2025-03,2025-06-29,primary,final");
        rows.add("USA,2023,nuclear,95500,net_summer,Test agency,2025-03,2025-06-29,primary,final");
        Sorted sorted = read(CapacityCsv.text(rows));

        assertThat(rules(sorted)).containsExactly("wrong_unit");
        assertThat(sorted.faults().get(0).text()).contains("too large by 1000").contains("250 to 12000 GW");
    }

    @Test
    void aFileCutInHalfIsTruncated() {
        String text = CapacityCsv.text(CapacityCsv.rows(40));
        String half = text.substring(0, text.length() / 2);

        assertThat(rules(read(half))).as("cut in a record").contains("truncated");
        assertThat(rules(read(text.substring(0, text.length() - 20) + "\"")))
                .as("cut behind an opening quote")
                .contains("truncated");
    }

    @Test
    void aQuoteThatIsNeverClosedInTheLastColumnSwallowsNoRecord() {
        List<String> rows = CapacityCsv.rows(40);
        rows.set(9, rows.get(9).replace(",final", ",\""));
        for (String end : List.of("\n", "", "\n\n", "\"\"\n")) {
            assertThat(read(CapacityCsv.text(rows).stripTrailing() + end).faults())
                    .as("what the file ends with: %s", end)
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.text())
                            .contains("line 11")
                            .contains("quotes do not pair up")
                            .contains("double the quote in a copy"));
        }
        rows.set(9, CapacityCsv.rows(40).get(9).replace(",final", ",\"final\""));
        rows.set(39, rows.get(39).replace(",final", ",\"final\""));
        for (String end : List.of("\n", "", "\n\n", "\r")) {
            assertThat(read(CapacityCsv.text(rows).stripTrailing() + end)
                            .counts()
                            .accepted())
                    .as("quotes that are closed")
                    .isEqualTo(40);
        }
    }

    @Test
    void aCutArchiveIsTruncatedAndAWholeOneIsRead() throws IOException {
        byte[] packed = gzip(CapacityCsv.text(CapacityCsv.rows(90)));

        assertThat(read(CapacityCsv.source(packed)).counts().accepted())
                .as("accepted")
                .isEqualTo(90);
        assertThat(rules(read(CapacityCsv.source(Arrays.copyOf(packed, packed.length / 2)))))
                .contains("truncated");
    }

    @Test
    void anEmptyFileIsRejected() {
        assertThat(rules(read(""))).as("no byte").containsExactly("empty");
        assertThat(rules(read(CapacityCsv.HEADER + "\n"))).as("a header only").containsExactly("empty");
    }

    @Test
    void bytesOfAnotherEncodingAreNamedWithTheirLine() {
        List<String> rows = CapacityCsv.rows(40);
        rows.set(8, rows.get(8).replace("agency", "agencé"));
        byte[] latin = CapacityCsv.text(rows).getBytes(StandardCharsets.ISO_8859_1);
        Sorted sorted = read(CapacityCsv.source(latin));

        assertThat(rules(sorted)).contains("encoding");
        assertThat(sorted.faults().get(0).text()).contains("line 10").contains("0xE9");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsChangeNothing() {
        String text = "\ufeff" + CapacityCsv.text(CapacityCsv.rows(40)).replace("\n", "\r\n");

        assertThat(read(text).counts().accepted()).as("accepted").isEqualTo(40);
    }

    @Test
    void aRowWithAFieldTooManyIsQuarantined() {
        List<String> rows = CapacityCsv.rows(40);
        rows.set(6, rows.get(6) + ",more");

        assertThat(read(CapacityCsv.text(rows)).counts().quarantinedByRule()).isEqualTo(Map.of("field_count", 1L));
    }

    private static String withCell(String row, String column, String cell) {
        String[] fields = row.split(",", -1);
        int index = List.of(CapacityCsv.HEADER.split(",")).indexOf(column);
        fields[index] = cell.contains(",") ? '"' + cell + '"' : cell;
        return String.join(",", fields);
    }

    private static List<String> rules(Sorted sorted) {
        return sorted.faults().stream().map(Fault::rule).distinct().toList();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Sorted read(String text) {
        return read(CapacityCsv.source(text));
    }

    private static Sorted read(Source source) {
        RecordLayout layout = RecordLayout.of(TableName.core("capacity"));
        Sorting sorting = new Sorting(layout);
        Origin origin =
                new Origin("capacity.csv", Optional.empty(), "Test agency", "", LocalDate.of(2025, 6, 29), "primary");
        try {
            new ContractCsv(layout, layout.columnNames()).read(source, origin, sorting);
        } catch (DamagedFile damage) {
            sorting.fault(damage.fault());
        }
        return sorting.sorted();
    }
}
