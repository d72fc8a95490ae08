package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EncodedRecordsTest {

    @Test
    void recordsComeBackAsTheyWere() {
        SplittableRandom random = new SplittableRandom(20261122);
        EncodedRecords encoded = new EncodedRecords(9);
        List<Object[]> records = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        Object[] before = new Object[9];
        long line = 0;
        for (int i = 0; i < 5_000; i++) {
            line += random.nextInt(20) - 2;
            Object[] record = before.clone();
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                record[random.nextInt(9)] = value(random);
            }
            encoded.add(line, record);
            records.add(record);
            lines.add(line);
            before = record;
        }

        EncodedRecords.Reader reader = new EncodedRecords.Reader(encoded.bytes(), 9);
        for (int i = 0; i < records.size(); i++) {
            assertThat(reader.hasNext()).as("record " + i).isTrue();
            reader.next();
            assertThat(reader.values()).as("cells of record " + i).containsExactly(records.get(i));
            assertThat(reader.line()).as("line of record " + i).isEqualTo(lines.get(i));
        }
        assertThat(reader.hasNext()).as("behind the last").isFalse();
    }

    @Test
    void aCellThatRepeatsTakesNoByte() {
        EncodedRecords encoded = new EncodedRecords(3);
        Object[] record = {"US-PJM", 8.5, LocalDate.of(2025, 1, 1)};
        encoded.add(2, record);
        int first = encoded.bytes().length;
        encoded.add(3, record);

        assertThat(encoded.bytes().length - first).as("line and end of list").isEqualTo(2);
    }

    private static Object value(SplittableRandom random) {
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> "Curaçao \n\"" + random.nextInt(100) + "\" 発電";
            case 2 -> Double.longBitsToDouble(random.nextLong() >>> 2);
            case 3 -> LocalDate.ofEpochDay(random.nextInt(-80_000, 80_000));
            case 4 -> random.nextInt();
            case 5 -> random.nextLong();
            case 6 -> random.nextBoolean();
            case 7 -> "x".repeat(random.nextInt(3_000));
            default -> Instant.ofEpochSecond(random.nextLong(-1L << 40, 1L << 40), random.nextInt(1_000_000_000));
        };
    }
}
