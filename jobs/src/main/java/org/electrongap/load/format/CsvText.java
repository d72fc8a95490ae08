package org.electrongap.load.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
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
        try (Ended text = new Ended(Text.of(source, encoding));
                CsvReader<CsvRecord> csv = reader(text);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (text.holdsEnd(record)) {
                    break;
                }
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
                : unpaired("in the record after line " + line, e.getMessage());
    }

    private static DamagedFile unpaired(String where, String what) {
        return new DamagedFile(new Fault(
                "truncated",
                where,
                "quotes do not pair up (" + what + ")",
                "the file was cut, or a quote in it is not doubled, and the records behind it cannot be told apart",
                "Fetch the file again; if the publisher ships it so, double the quote in a copy"));
    }

    /**
     * A text, then a row that says that it has ended: FastCSV takes a quote that is never closed for one that is closed by the
     * end, and all records behind it for one field. That field holds the row too.
     */
    private static final class Ended extends Reader {

        private static final String END = "\uE000end of the file\uE000";

        private final Reader text;
        private final Reader end = new StringReader("\n" + END);
        private int last = -1;
        private boolean ended;

        Ended(Reader text) {
            this.text = text;
        }

        boolean endsComplete() {
            return last == '\n' || last == '\r' || last == '"';
        }

        /**
         * Whether it is the row that says that the text has ended.
         *
         * @throws DamagedFile when it is a record that holds that row
         */
        boolean holdsEnd(CsvRecord record) {
            if (!ended || !record.getField(record.getFieldCount() - 1).endsWith(END)) {
                return false;
            }
            if (record.getFieldCount() > 1 || record.getField(0).length() > END.length()) {
                throw unpaired("in the record of line " + record.getStartingLineNumber(), "one is never closed");
            }
            return true;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = ended ? -1 : text.read(buffer, offset, length);
            ended = n < 0;
            last = n > 0 ? buffer[offset + n - 1] : last;
            return ended ? end.read(buffer, offset, length) : n;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
