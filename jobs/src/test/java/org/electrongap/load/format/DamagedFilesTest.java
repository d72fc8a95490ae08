package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.electrongap.load.CapacityCsv;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.table.TableName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand damaged files: none crashes the reader, none loses a record, and what is accepted was in the file. */
class DamagedFilesTest {

    private static final int FILES_A_KIND = 1000;
    private static final int ROWS = 12;
    private static final RecordLayout LAYOUT = RecordLayout.of(TableName.core("capacity"));

    @ParameterizedTest
    @EnumSource(Damage.class)
    void everyRecordIsAccountedForAndEveryAcceptedFigureIsInTheFile(Damage damage) {
        Random random = new Random(20261122 + damage.ordinal());
        for (int i = 0; i < FILES_A_KIND; i++) {
            byte[] file = damage.of(CapacityCsv.text(CapacityCsv.rows(ROWS)).getBytes(StandardCharsets.UTF_8), random);
            Sorted sorted = read(file, damage);
            String text = new String(file, StandardCharsets.UTF_8);
            for (CheckedRecord record : sorted.accepted()) {
                double figure = (Double) record.values()[LAYOUT.index("capacity_gw")];
                assertThat(lineHolds(text, record.line(), figure))
                        .as("%s: figure %s of line %d of\n%s", damage, figure, record.line(), text)
                        .isTrue();
            }
            if (sorted.faults().isEmpty()) {
                assertThat(sorted.counts().read()).as("records of\n%s", text).isPositive();
            }
        }
    }

    private static boolean lineHolds(String text, long line, double figure) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        String record = String.join("\n", Arrays.copyOfRange(lines, (int) line - 1, lines.length));
        return Arrays.stream(record.split("[,\n\"]")).anyMatch(cell -> isFigure(cell.strip(), figure));
    }

    private static boolean isFigure(String cell, double figure) {
        return cell.matches("[+-]?[\\d.]+([eE][+-]?\\d+)?") && cell.matches(".*\\d.*") && parsed(cell) == figure;
    }

    private static double parsed(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Sorted read(byte[] file, Damage damage) {
        Sorting sorting = new Sorting(LAYOUT);
        Origin origin = new Origin("x.csv", Optional.empty(), "", "", LocalDate.of(2025, 6, 29), "primary");
        try {
            new ContractCsv(LAYOUT, LAYOUT.columnNames()).read(CapacityCsv.source(file), origin, sorting);
        } catch (DamagedFile fault) {
            sorting.fault(fault.fault());
        } catch (RuntimeException e) {
            fail(damage + " of\n" + new String(file, StandardCharsets.UTF_8), e);
        }
        return sorting.sorted();
    }
}
