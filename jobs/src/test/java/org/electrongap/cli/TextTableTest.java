package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private static final String SENTENCE =
            "The United States added 56 GW in 2024, which is true of no basis that a publisher has printed so far";

    @Test
    void textsAreWrappedBetweenWordsUntilTheTableFits() {
        List<String> lines = table(60, row("off", SENTENCE, 1.25), row("supported", "short", 12.0));

        assertThat(lines).as("no line is wider than the terminal").allMatch(line -> line.length() <= 60);
        assertThat(String.join(" ", lines).replaceAll("\\s+", " "))
                .as("no word is lost")
                .contains("which is true");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("2 rows");
    }

    @Test
    void whatAllRowsShareIsToldOnceWhereRoomIsShort() {
        List<String> lines = table(40, row("off", SENTENCE, 1.0), row("off", "another one", 2.0));

        assertThat(lines.get(0)).isEqualTo("In all rows: verdict off");
        assertThat(lines.get(2)).as("the head without it").startsWith("statement");
    }

    @Test
    void columnsThatFindNoRoomAreNamed() {
        List<String> names = new ArrayList<>();
        Map<String, Object> first = new LinkedHashMap<>();
        Map<String, Object> second = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            names.add("quantity_" + i);
            first.put("quantity_" + i, 1000.5 + i);
            second.put("quantity_" + i, 2000.5 + i);
        }
        List<String> lines = new TextTable(names, Map.of(), List.of(first, second), 60).lines();

        assertThat(lines).as("width").allMatch(line -> line.length() <= 60);
        assertThat(String.join(" ", lines))
                .contains("Not shown for want of room: quantity_5")
                .contains("quantity_11");
    }

    @Test
    void columnsWithoutAValueAreLeftOut() {
        assertThat(table(80, row("off", null, 1.0)).get(0)).doesNotContain("statement");
    }

    @Test
    void numbersOfAColumnHaveEquallyManyDecimals() {
        List<String> lines = table(80, row("a", "x", 0.0859), row("b", "y", 0.11), row("c", "z", 0.00001234));

        assertThat(lines).anyMatch(line -> line.endsWith(" 0.0859")).anyMatch(line -> line.endsWith(" 0.1100"));
        assertThat(lines).as("a small number does not vanish").anyMatch(line -> line.endsWith("1.2e-05"));
    }

    @Test
    void noNumberLosesADigitThatCountsToTheDecimalsOfItsColumn() {
        List<String> lines =
                table(80, row("a", "x", 3914.0), row("b", "y", 0.15), row("c", "z", 0.008), row("d", "w", 11.253));

        assertThat(lines)
                .anyMatch(line -> line.endsWith(" 0.15"))
                .anyMatch(line -> line.endsWith(" 0.008"))
                .anyMatch(line -> line.endsWith(" 11.3"))
                .anyMatch(line -> line.endsWith(" 3,914.0"));
    }

    @Test
    void aUnitThatItsColumnNamesIsNotRepeated() {
        List<Map<String, Object>> rows = List.of(Map.of("target_year", 2030), Map.of("target_year", 2031));

        assertThat(new TextTable(List.of("target_year"), Map.of("target_year", "year"), rows, 80)
                        .lines()
                        .get(1))
                .as("the line under the heading")
                .startsWith("---");
    }

    @Test
    void japaneseSignsTakeTwoColumns() {
        List<String> lines = table(80, row("off", "電力", 1.0), row("off", "power", 2.0));

        assertThat(Wrapped.width("電力 GW")).as("four and three").isEqualTo(7);
        assertThat(lines.stream().map(Wrapped::width).distinct().count())
                .as("the numbers end in one column")
                .isEqualTo(2); // the rows, and the line that counts them
    }

    @Test
    void aWordLongerThanALineIsBroken() {
        assertThat(Wrapped.lines("x".repeat(25), 10)).containsExactly("x".repeat(10), "x".repeat(10), "x".repeat(5));
    }

    private static List<String> table(int width, List<?>... rows) {
        return new TextTable(
                        List.of("verdict", "statement", "value"),
                        Map.of(),
                        java.util.Arrays.stream(rows).map(TextTableTest::cells).toList(),
                        width)
                .lines();
    }

    private static List<?> row(Object... cells) {
        return java.util.Arrays.asList(cells);
    }

    private static Map<String, Object> cells(List<?> row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("verdict", row.get(0));
        cells.put("statement", row.get(1));
        cells.put("value", row.get(2));
        return cells;
    }
}
