package org.electrongap.load.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.Source;

/**
 * The rows of a CSV text (RFC 4180), each with the line on which it starts. A quote that is never closed, text behind a
 * closing quote, a cut archive and bytes of another encoding are faults of the file.
 */
final class CsvText implements Lines {

    private final Source source;
    private final Charset encoding;
    private final char separator;

    CsvText(Source source, Charset encoding, char separator) {
        this.source = source;
        this.encoding = encoding;
        this.separator = separator;
    }

    @Override
    public End forEach(Consumer<Line> rows) {
        long line = 0;
        try (LastCharacter text = new LastCharacter(Text.of(source, encoding));
                CsvReader<CsvRecord> csv = reader(text);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = record.getStartingLineNumber();
                rows.accept(new Line(line, record.getFields()));
            }
            return new End(line, text.endsComplete());
        } catch (IOException e) {
            throw Text.damaged(e, source, encoding, line);
        } catch (UncheckedIOException e) {
            throw Text.damaged(e.getCause(), source, encoding, line);
        } catch (CsvParseException e) {
            throw asDamage(e, line);
        }
    }

    private CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private DamagedFile asDamage(CsvParseException e, long line) {
        if (e.getCause() instanceof DamagedFile damage) {
            return damage;
        }
        return e.getCause() instanceof IOException cause
                ? Text.damaged(cause, source, encoding, line)
                : new DamagedFile(new Fault(
                        "truncated",
                        "in the record after line " + line,
                        "quotes do not pair up (" + e.getMessage() + ")",
                        "the file was cut, or a quote in it is not doubled, and the records behind it cannot be told apart",
                        "Fetch the file again; if the publisher ships it so, double the quote in a copy"));
    }

    /** Passes a text on and remembers its last character. */
    private static final class LastCharacter extends java.io.FilterReader {

        private int last = -1;

        LastCharacter(Reader in) {
            super(in);
        }

        boolean endsComplete() {
            return last == '\n' || last == '\r' || last == '"';
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            last = c < 0 ? last : c;
            return c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            last = n > 0 ? buffer[offset + n - 1] : last;
            return n;
        }
    }
}
