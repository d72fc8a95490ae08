package org.electrongap.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * Between which values the keys of some rows lie, column by column.
 *
 * @param columns the columns of the key
 * @param spans one a column; empty where a row has no value in it, which says nothing of the others
 */
record KeyBounds(List<String> columns, List<Optional<Span>> spans) {

    KeyBounds {
        columns = List.copyOf(columns);
        spans = List.copyOf(spans);
    }

    /** The least and the greatest value of a column, in Spark's order. */
    record Span(Object least, Object greatest) {

        /** The span of values, of which there is one at least. */
        static Optional<Span> of(List<Object> values) {
            return values.contains(null)
                    ? Optional.empty()
                    : Optional.of(new Span(
                            Collections.min(values, KeyBounds::inOrder), Collections.max(values, KeyBounds::inOrder)));
        }

        private boolean isApartFrom(Span other) {
            return inOrder(greatest, other.least) < 0 || inOrder(other.greatest, least) < 0;
        }
    }

    /** The bounds of keys, of which there is one at least. */
    static KeyBounds of(List<String> columns, List<List<Object>> keys) {
        List<Optional<Span>> spans = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            spans.add(Span.of(Arrays.asList(
                    keys.stream().map(key -> key.get(column)).distinct().toArray())));
        }
        return new KeyBounds(columns, spans);
    }

    /** Whether no key can be within both. */
    boolean isApartFrom(KeyBounds other) {
        for (int i = 0; i < columns.size(); i++) {
            Optional<Span> mine = spans.get(i);
            Optional<Span> others = other.spans.get(i);
            if (mine.isPresent() && others.isPresent() && mine.get().isApartFrom(others.get())) {
                return true;
            }
        }
        return false;
    }

    /** What is true of each row within these bounds. */
    Column condition() {
        Column within = lit(true);
        for (int i = 0; i < columns.size(); i++) {
            Column column = col(columns.get(i));
            within = spans.get(i)
                    .map(span -> column.isNull().or(column.between(span.least(), span.greatest())))
                    .map(within::and)
                    .orElse(within);
        }
        return within;
    }

    @SuppressWarnings("unchecked")
    private static int inOrder(Object one, Object other) {
        return one instanceof String text
                ? Arrays.compareUnsigned(utf8(text), utf8((String) other))
                : ((Comparator<Object>) (Comparator<?>) Comparator.naturalOrder()).compare(one, other);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
