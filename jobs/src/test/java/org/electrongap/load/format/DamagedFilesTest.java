package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.electrongap.load.format.CountedRecords.Count.State;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand damaged files of the layout of our own tables, and as many of every other format: none crashes its reader, and
 * none loses a record. How many records a damaged file holds is told by {@link CountedRecords}.
 */
class DamagedFilesTest {

    private static final int FILES_A_KIND = 1000;
    private static final int FILES_A_KIND_AND_FORMAT = 60;
    private static final RecordLayout LAYOUT = RecordLayout.of(TableName.core("capacity"));
    private static final Set<Damage> OF_BYTES = EnumSet.of(Damage.BYTE, Damage.MANY_BYTES, Damage.CUT, Damage.HOLE);

    @ParameterizedTest
    @EnumSource(Damage.class)
    void everyRecordIsReadAndEveryAcceptedFigureIsInTheFile(Damage damage) {
        Random random = random(damage);
        DamagedInput input = DamagedInput.ofOurOwnLayout();
        int told = 0;
        for (int i = 0; i < FILES_A_KIND; i++) {
            byte[] file = damage.of(input.sound(), random);
            DamagedInput.Read read = input.read(file);
            told += losesNothing(input, read, file) ? 1 : 0;
            acceptsOnlyWhatStandsThere(read, file);
        }
        assertThat(told).as("files of which every record was counted").isGreaterThan(leastTold(damage, FILES_A_KIND));
    }

    static Stream<DamagedInput> inputs() {
        return Stream.concat(
                Formats.all().stream().map(DamagedInput::ofFormat), Stream.of(DamagedInput.ofAMappedRegister()));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void noFormatLosesARecord(DamagedInput input) {
        assertThat(input.read(input.sound()).records())
                .as("records of the sound file")
                .isEqualTo(input.counted(input.sound()).records());
        int told = 0;
        for (Damage damage : Damage.values()) {
            Random random = random(damage);
            for (int i = 0; i < FILES_A_KIND_AND_FORMAT; i++) {
                byte[] file = damage.of(input.sound(), random);
                told += losesNothing(input, input.read(file), file) ? 1 : 0;
            }
        }
        assertThat(told)
                .as("files of which every record was counted")
                .isGreaterThan(FILES_A_KIND_AND_FORMAT * Damage.values().length / 5);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void aPackedFileIsReadAsWhatItHoldsOrRefused(DamagedInput input) throws IOException {
        long records = input.counted(input.sound()).records();
        for (Packing packing : List.<Packing>of(GZIPOutputStream::new, DamagedFilesTest::zip)) {
            for (Damage damage : Damage.values()) {
                Random random = random(damage);
                byte[] file = damage.of(input.sound(), random);
                assertThat(input.read(packed(file, packing)).text())
                        .isEqualTo(input.read(file).text());
            }
            byte[] sound = packed(input.sound(), packing);
            for (Damage damage : OF_BYTES) {
                Random random = random(damage);
                for (int i = 0; i < FILES_A_KIND_AND_FORMAT / 4; i++) {
                    DamagedInput.Read read = input.read(damage.of(sound, random));
                    assertThat(read.isRefused() || read.records() == records)
                            .as("%s of a packed %s: %s", damage, input, read.text())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void whatStandsBehindTheArrayOfSeriesIsNotLost() {
        DamagedInput json = DamagedInput.ofFormat(
                Formats.named("eia-international-json-capacity").orElseThrow());
        String text = new String(json.sound(), StandardCharsets.UTF_8);
        String cutInTwo = text.replaceFirst("\\]\\},\\s*\\{", "]}]{");
        String otherName = text.replaceFirst("\"data\"", "\"date\"");
        for (String damaged : List.of(cutInTwo, otherName, text + "]")) {
            assertThat(json.read(damaged.getBytes(StandardCharsets.UTF_8)).isRefusedByItsReader())
                    .as(damaged)
                    .isTrue();
        }
    }

    /** Whether the count was known and the file was read to its end, and so the two had to be equal. */
    private static boolean losesNothing(DamagedInput input, DamagedInput.Read read, byte[] file) {
        CountedRecords.Count counted = input.counted(file);
        if (read.isRefusedByItsReader() || counted.state() == State.UNKNOWN) {
            return false;
        }
        Supplier<String> what = () -> input + ": " + read.text() + ", of\n" + new String(file, StandardCharsets.UTF_8);
        assertThat(counted.state()).as(what).isNotEqualTo(State.UNTELLABLE);
        assertThat(read.records()).as(what).isEqualTo(counted.records());
        return true;
    }

    /** Of every kind but these a good part leaves the file readable. */
    private static int leastTold(Damage damage, int files) {
        return switch (damage) {
            case MANY_BYTES, HEADER, ENCODING, CUT -> -1;
            default -> files / 4;
        };
    }

    private static void acceptsOnlyWhatStandsThere(DamagedInput.Read read, byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        for (CheckedRecord record : read.sorted().accepted()) {
            double figure = (Double) record.values()[LAYOUT.index("capacity_gw")];
            assertThat(lineHolds(text, record.line(), figure))
                    .as("figure %s of line %d of\n%s", figure, record.line(), text)
                    .isTrue();
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

    private static Random random(Damage damage) {
        return new Random(20261122 + damage.ordinal());
    }

    /** A way to pack a file. */
    @FunctionalInterface
    private interface Packing {
        OutputStream into(OutputStream packed) throws IOException;
    }

    private static byte[] packed(byte[] file, Packing packing) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packing.into(packed)) {
            out.write(file);
        }
        return packed.toByteArray();
    }

    private static OutputStream zip(OutputStream packed) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(packed);
        zip.putNextEntry(new ZipEntry("file.csv"));
        return zip;
    }
}
