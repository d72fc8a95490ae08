package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.electrongap.load.record.DamagedFile;
import org.junit.jupiter.api.Test;

/** A text is divided between the records that its reader finds. */
class FileDivisionTest {

    @Test
    void aQuoteInsideAnUnquotedFieldIsOneOfItsCharacters() throws IOException {
        assertThat(parts("Fleet of mains\na;b\n1;12\" main\n2;\"x\ny\"\n3;z\n", ';', 3, 1))
                .containsExactly("Fleet of mains\na;b\n", "1;12\" main\n", "2;\"x\ny\"\n", "3;z\n");
    }

    @Test
    void aByteOrderMarkStandsBeforeTheFirstField() throws IOException {
        assertThat(parts("\uFEFF\"a\nb\",c\n1,2\n", ',', 3, 1)).containsExactly("\uFEFF\"a\nb\",c\n", "1,2\n");
    }

    @Test
    void everyPartEndsWhereTheReaderEndsARecord() throws IOException {
        Random random = new Random(20);
        int compared = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("h,h\n");
            for (int length = 3 + random.nextInt(20); length > 0; length--) {
                text.append("\"\"a,;\n\r\n".charAt(random.nextInt(8)));
            }
            char separator = random.nextBoolean() ? ',' : ';';
            List<List<String>> whole = new ArrayList<>();
            if (!isRead(text.toString(), separator, whole)) {
                continue;
            }
            compared++;
            List<List<String>> inParts = new ArrayList<>();
            for (String part : parts(text.toString(), separator, 2, 1)) {
                assertThat(isRead(part, separator, inParts)).as(text.toString()).isTrue();
            }
            assertThat(inParts).as(text.toString()).isEqualTo(whole);
        }
        assertThat(compared).isGreaterThan(2_000);
    }

    @Test
    void aQuoteThatIsNotClosedForLongIsToldByItsLine() {
        StringBuilder text = new StringBuilder("a,b\n1,2\n3,\"4\n");
        text.append("5,6\n".repeat(1 << 19));

        assertThatThrownBy(() -> new FileDivision(',', 2, 100, 1 << 20).of(in(text.toString())))
                .isInstanceOfSatisfying(DamagedFile.class, damage -> {
                    assertThat(damage.fault().rule()).isEqualTo("truncated");
                    assertThat(damage.fault().text()).contains("line 3", "not closed within 1 MB");
                });
    }

    private static boolean isRead(String text, char separator, List<List<String>> records) {
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            csv.forEach(record -> records.add(record.getFields()));
            return true;
        } catch (CsvParseException refused) {
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> parts(String text, char separator, long firstDataLine, long leastBytes)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new FileDivision(separator, firstDataLine, leastBytes, FileDivision.MOST_BYTES)
                .of(in(text)).stream()
                        .map(part -> new String(
                                bytes, (int) part.from(), (int) (part.to() - part.from()), StandardCharsets.UTF_8))
                        .toList();
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
