package org.electrongap.load.format;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * How many records a file holds, told without any reader of ours: a reader that loses records must not be asked how many there
 * were.
 */
public interface CountedRecords {

    /** Of a file whose end nobody can tell. */
    Count UNTELLABLE = new Count(Count.State.UNTELLABLE, 0);

    /** The records of a file, which may be damaged. */
    Count in(byte[] file);

    /**
     * What is known of a number of records.
     *
     * @param state whether it is
     * @param records the number, where it is
     */
    record Count(State state, long records) {

        /** What is known. */
        public enum State {
            KNOWN,
            /** The header was damaged: which columns hold records is up to the format. */
            UNKNOWN,
            /** Quotes or brackets do not pair up: nobody can tell, and every reader must refuse the file. */
            UNTELLABLE
        }

        static Count of(long records) {
            return new Count(State.KNOWN, records);
        }
    }

    /**
     * Of a CSV text: those of each row below the header, and one where a row has too few fields or too many.
     *
     * @param sound the file without damage, whose header is its first row with the most fields
     * @param ofARow the records of a row
     */
    static CountedRecords ofRows(byte[] sound, ToIntFunction<List<String>> ofARow) {
        List<List<String>> rows = split(sound).orElseThrow();
        int most = rows.stream().mapToInt(List::size).max().orElseThrow();
        List<String> header =
                rows.stream().filter(row -> row.size() == most).findFirst().orElseThrow();
        return file -> split(file)
                .map(damaged -> damaged.contains(header)
                        ? Count.of(damaged.subList(damaged.indexOf(header) + 1, damaged.size()).stream()
                                .mapToLong(row -> row.size() == header.size() ? ofARow.applyAsInt(row) : 1)
                                .sum())
                        : new Count(Count.State.UNKNOWN, 0))
                .orElse(UNTELLABLE);
    }

    /** Of a CSV text in blocks below a row of years: as many a row as there are years, and none in a row of labels alone. */
    static CountedRecords belowYears(int labels) {
        return file ->
                split(file).map(rows -> Count.of(belowYears(rows, labels))).orElse(UNTELLABLE);
    }

    private static long belowYears(List<List<String>> rows, int labels) {
        long years = 0;
        long records = 0;
        for (List<String> row : rows) {
            if (years == 0) {
                years = row.stream()
                        .skip(labels)
                        .filter(cell -> cell.matches("\\d{4}"))
                        .count();
            } else if (row.size() != labels) {
                records += row.size() == labels + years ? years : 1;
            }
        }
        return records;
    }

    /** Of a JSON array of series: the elements of every array in a series, whatever it is called. */
    static CountedRecords inSeries() {
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        return file -> {
            try {
                long records = 0;
                for (JsonNode series : json.readTree(file)) {
                    for (JsonNode field : series) {
                        records += field.isArray() ? field.size() : 0;
                    }
                }
                return Count.of(records);
            } catch (IOException e) { // no JSON, or bytes that are no text
                return UNTELLABLE;
            }
        };
    }

    /**
     * The rows of a CSV text, empty lines left out. Quotes, separators and line breaks are one byte each in every encoding
     * that files come in, UTF-16 aside, which no reader takes.
     */
    private static Optional<List<List<String>>> split(byte[] file) {
        Splitter splitter = new Splitter();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < text.length() && splitter.sound; i++) {
            splitter.take(text.charAt(i));
        }
        splitter.end();
        return splitter.sound ? Optional.of(splitter.rows) : Optional.empty();
    }

    /** Walks through a text, character by character (RFC 4180). */
    final class Splitter {

        private enum At {
            START,
            PLAIN,
            QUOTED,
            QUOTE
        }

        private final List<List<String>> rows = new ArrayList<>();
        private List<String> row = new ArrayList<>();
        private StringBuilder field = new StringBuilder();
        private At at = At.START;
        private boolean sound = true;

        private void take(char c) {
            if (at == At.QUOTED) {
                at = c == '"' ? At.QUOTE : At.QUOTED;
                field.append(c);
            } else if (c == '"' && at != At.PLAIN) {
                at = At.QUOTED; // the first of a field, or the second of two within one
            } else if (c == ',') {
                endField();
            } else if (c == '\n' || c == '\r') {
                endRow();
            } else {
                sound = at != At.QUOTE;
                at = At.PLAIN;
                field.append(c);
            }
        }

        private void endField() {
            if (at == At.QUOTE) {
                field.setLength(field.length() - 1);
            }
            row.add(field.toString());
            field = new StringBuilder();
            at = At.START;
        }

        private void endRow() {
            boolean empty = row.isEmpty() && at == At.START;
            endField();
            if (!empty) {
                rows.add(row);
            }
            row = new ArrayList<>();
        }

        private void end() {
            sound &= at != At.QUOTED;
            endRow();
        }
    }
}
