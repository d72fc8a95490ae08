package org.electrongap.load.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a mapping says about rows: which of them are set aside, and which columns are turned into rows. */
final class MappedRowsReader {

    private static final List<String> OF_ROWS_SET_ASIDE = List.of("column", "matches", "unless", "rule");
    private static final List<String> OF_UNPIVOT = List.of("columns", "matches", "name", "value");

    /** Matches nothing. */
    private static final Pattern NONE = Pattern.compile("(?!)");

    private final MappingFaults faults;

    MappedRowsReader(MappingFaults faults) {
        this.faults = faults;
    }

    List<Mapping.Aside> aside(JsonNode nodes) {
        List<Mapping.Aside> aside = new ArrayList<>();
        nodes.forEach(node -> asideOf(node).ifPresent(aside::add));
        return aside;
    }

    private Optional<Mapping.Aside> asideOf(JsonNode node) {
        faults.checkProperties("\"set_aside\"", node, OF_ROWS_SET_ASIDE);
        if (node.has("matches") == node.has("unless")) {
            faults.add(
                    "\"set_aside\"",
                    "it needs \"matches\" or \"unless\", and not both",
                    "which rows are meant is not known",
                    "Write \"matches\" for the rows that are set aside, or \"unless\" for those that are read");
            return Optional.empty();
        }
        boolean readsThem = node.has("unless");
        return pattern(
                        "\"set_aside\"",
                        node.path(readsThem ? "unless" : "matches").asText(""))
                .map(pattern -> new Mapping.Aside(
                        node.path("column").asText(),
                        pattern,
                        readsThem ? Mapping.Match.IS_READ : Mapping.Match.IS_SET_ASIDE,
                        node.path("rule").asText("outside_the_data_set")));
    }

    Optional<Unpivot> unpivot(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        faults.checkProperties("\"unpivot\"", node, OF_UNPIVOT);
        List<String> columns = MappingReader.texts(node.path("columns"));
        String matches = node.path("matches").asText("");
        List<String> groups = Unpivot.groups(matches);
        String name = node.path("name").asText("");
        if (columns.isEmpty() == matches.isEmpty()) {
            faults.add(
                    "\"unpivot\"",
                    "it needs \"columns\" or \"matches\", and not both",
                    "which columns become rows is not known",
                    "List the columns, or write a regular expression that their names match");
        }
        if (groups.isEmpty() == name.isEmpty()) {
            faults.add(
                    "\"unpivot\"",
                    "it needs \"name\", or groups such as (?<Year>[0-9]{4}) in \"matches\", and not both",
                    "the columns' names, such as years, would be lost",
                    "Call the new column that holds them, then read it under \"columns\" like one of the file's");
        }
        if (node.path("value").asText("").isEmpty()) {
            faults.add(
                    "\"unpivot\"",
                    "it lacks \"value\"",
                    "the cells would be lost",
                    "Call the new column that holds them, then read it under \"columns\" like one of the file's");
        }
        return (matches.isEmpty() ? Optional.of(NONE) : pattern("\"unpivot\"", matches))
                .map(pattern -> new Unpivot(
                        columns,
                        pattern,
                        groups.isEmpty() ? List.of(name) : groups,
                        node.path("value").asText("")));
    }

    private Optional<Pattern> pattern(String where, String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            faults.add(
                    where,
                    "'" + pattern + "' is no regular expression: " + e.getDescription(),
                    "it cannot be matched",
                    "Correct it at position " + e.getIndex());
            return Optional.empty();
        }
    }
}
