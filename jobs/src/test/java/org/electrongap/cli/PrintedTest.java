package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintedTest {

    private static final List<String> COLUMNS = List.of("name", "value", "day");

    @Test
    void csvCellsThatASpreadsheetWouldExecuteAreLedByAnApostrophe() {
        List<NamedCsvRecord> records = csv(List.of(
                row("=HYPERLINK(\"http://x\")", 1.5, null),
                row("@SUM(A1)", -2.0, null),
                row("+1", 0.0, null),
                row("-1", 0.0, null),
                row("plain, \"quoted\"\ntwo lines", 0.0, LocalDate.of(2026, 1, 2))));

        assertThat(records.get(0).getField("name")).isEqualTo("'=HYPERLINK(\"http://x\")");
        assertThat(records.get(1).getField("name")).isEqualTo("'@SUM(A1)");
        assertThat(records.get(1).getField("value"))
                .as("a number stays a number")
                .isEqualTo("-2.0");
        assertThat(records.get(2).getField("name")).isEqualTo("'+1");
        assertThat(records.get(3).getField("name")).isEqualTo("'-1");
        assertThat(records.get(4).getField("name")).isEqualTo("plain, \"quoted\"\ntwo lines");
        assertThat(records.get(4).getField("day")).isEqualTo("2026-01-02");
        assertThat(records.get(0).getField("day")).as("nothing").isEmpty();
    }

    @Test
    void csvKeepsEveryDigitOfANumber() {
        double value = 0.1 + 0.2;

        assertThat(Double.parseDouble(csv(List.of(row("x", value, null))).get(0).getField("value")))
                .isEqualTo(value);
    }

    @Test
    void jsonIsOneObjectALine() throws Exception {
        String text = printed(
                ShowCommand.Format.json, List.of(row("a\"b", 1.5, LocalDate.of(2026, 1, 2)), row("c", null, null)));

        List<String> lines = text.lines().toList();
        assertThat(lines).as("lines").hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("name").asText()).isEqualTo("a\"b");
        assertThat(first.get("value").isNumber()).as("number").isTrue();
        assertThat(first.get("day").asText()).isEqualTo("2026-01-02");
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("value").isNull())
                .as("nothing is null")
                .isTrue();
    }

    @Test
    void theTableIsAlignedAndNamesUnits() {
        String text =
                printed(ShowCommand.Format.table, List.of(row("a", 1.5, null), row("longer name", 1234567.3, null)));

        assertThat(text.lines().toList())
                .containsExactly(
                        "name               value",
                        "                      GW",
                        "-----------  -----------",
                        "a                    1.5",
                        "longer name  1,234,567.3",
                        "2 rows");
    }

    @Test
    void theTableSendsNoControlCharacter() {
        String text = printed(ShowCommand.Format.table, List.of(row("a\nb\u001b[31m", 1.0, null)));

        assertThat(text.lines().toList()).as("lines").hasSize(5);
        assertThat(text).doesNotContain("\u001b").contains("a b [31m");
    }

    private static List<NamedCsvRecord> csv(List<Map<String, Object>> rows) {
        return CsvReader.builder().ofNamedCsvRecord(printed(ShowCommand.Format.csv, rows)).stream()
                .toList();
    }

    private static String printed(ShowCommand.Format format, List<Map<String, Object>> rows) {
        StringWriter text = new StringWriter();
        new Printed(COLUMNS, Map.of("value", "GW"), rows, 80).to(new PrintWriter(text, true), format);
        return text.toString();
    }

    private static Map<String, Object> row(Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(COLUMNS.get(i), cells[i]);
        }
        return row;
    }
}
