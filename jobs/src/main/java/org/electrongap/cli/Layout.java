package org.electrongap.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a report laid out for a person: what is one question's answer stands on one line. */
interface Layout {

    /** The headings, in order. */
    List<String> columns();

    /** A line each; cells by heading. */
    List<Map<String, Object>> rows();

    /** What is said below the table: whose figures they are, and where the rest stands. */
    List<String> notes();

    /** The layout of a view that has one. */
    static Optional<Layout> of(String view, List<Map<String, Object>> rows) {
        return switch (view) {
            case "gap" -> Optional.of(new GapTable(rows));
            case "growth" -> Optional.of(new GrowthTable(rows));
            case "share" -> Optional.of(new ShareTable(rows));
            default -> Optional.empty();
        };
    }
}
