package org.electrongap.load.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.Column;
import org.electrongap.table.TableName;

/** Reads a mapping file (JSON) and tells every fault of it. */
public final class MappingReader {

    /** Mappings are written by hand: comments and a comma behind the last item are no fault. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final List<String> PROPERTIES = List.of(
            "name", "table", "source", "encoding", "separator", "sheet", "columns", "set_aside", "ignore", "blank");
    private static final List<String> OF_A_COLUMN =
            List.of("from", "join", "value", "unit", "values", "otherwise", "as");
    private static final List<String> OF_ROWS_SET_ASIDE = List.of("column", "matches", "rule");

    /** Columns that the load fills where a mapping does not. */
    private static final Set<String> PROVENANCE = Set.of("source", "edition", "retrieved", "grade");

    private final List<Fault> faults = new ArrayList<>();
    private RecordLayout layout;

    /**
     * Reads a mapping.
     *
     * @param in the text of the mapping; the caller closes it
     * @param faults where the faults go
     * @return the mapping, empty when it has faults
     */
    public static Optional<Mapping> read(InputStream in, List<Fault> faults) throws IOException {
        MappingReader reader = new MappingReader();
        Optional<Mapping> mapping = reader.parse(in).flatMap(reader::mapping);
        faults.addAll(reader.faults);
        return reader.faults.isEmpty() ? mapping : Optional.empty();
    }

    private Optional<JsonNode> parse(InputStream in) throws IOException {
        try {
            return Optional.of(JSON.readTree(in));
        } catch (JsonProcessingException e) {
            fault(
                    "line " + e.getLocation().getLineNr(),
                    "it is not JSON: " + e.getOriginalMessage(),
                    "nothing of it can be used",
                    "Correct the mapping there");
            return Optional.empty();
        }
    }

    private Optional<Mapping> mapping(JsonNode root) {
        try {
            layout = RecordLayout.of(TableName.parse(root.path("table").asText("")));
        } catch (IllegalArgumentException e) {
            fault(
                    "\"table\"",
                    "'" + root.path("table").asText("") + "' is no core table",
                    "a mapping fills one",
                    "Name one such as core/datacenter_projects");
            return Optional.empty();
        }
        checkProperties("the mapping", root, PROPERTIES);
        Map<String, Mapping.Cell> columns = new HashMap<>();
        root.path("columns")
                .properties()
                .forEach(entry ->
                        cell(entry.getKey(), entry.getValue()).ifPresent(cell -> columns.put(entry.getKey(), cell)));
        checkRequired(columns);
        List<Mapping.Aside> aside = new ArrayList<>();
        root.path("set_aside").forEach(node -> aside(node).ifPresent(aside::add));
        String name = root.path("name").asText("mapping");
        return Optional.of(new Mapping(
                name,
                layout.table(),
                root.path("source").asText(name),
                encoding(root.path("encoding").asText("")),
                separator(root.path("separator").asText(",")),
                Optional.of(root.path("sheet").asText("")).filter(text -> !text.isEmpty()),
                columns,
                aside,
                texts(root.path("ignore")),
                texts(root.path("blank"))));
    }

    private void checkProperties(String where, JsonNode node, List<String> known) {
        List<String> unknown = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && !name.startsWith("//")) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            fault(
                    where,
                    "the properties " + unknown + " are unknown",
                    "what they ask for would not be done",
                    "Write one of " + String.join(", ", known));
        }
    }

    private Optional<String> encoding(String name) {
        try {
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Charset.forName(name).name());
        } catch (IllegalArgumentException e) {
            fault(
                    "\"encoding\"",
                    "'" + name + "' is no known encoding",
                    "the text cannot be read",
                    "Name one such as utf-8, windows-1252 or iso-8859-1");
            return Optional.empty();
        }
    }

    private char separator(String name) {
        String separator = name.equals("tab") ? "\t" : name;
        if (separator.length() != 1) {
            fault(
                    "\"separator\"",
                    "'" + name + "' is not one character",
                    "fields could not be told apart",
                    "Write one character, or tab");
            return ',';
        }
        return separator.charAt(0);
    }

    private Optional<Mapping.Cell> cell(String column, JsonNode node) {
        String where = "column \"" + column + "\"";
        checkProperties(where, node, OF_A_COLUMN);
        if (!layout.has(column)) {
            fault(
                    where,
                    "the table has no such column",
                    "its values would be lost",
                    "The table has " + String.join(", ", layout.columnNames()));
            return Optional.empty();
        }
        Column target = layout.columns().get(layout.index(column));
        List<String> from = node.isTextual() ? List.of(node.asText()) : texts(node.path("from"));
        String constant = node.path("value").asText("");
        if (from.isEmpty() && constant.isEmpty()) {
            fault(
                    where,
                    "it names neither \"from\" nor \"value\"",
                    "the column would stay blank",
                    "Name the column of the file, or the text for every row");
        }
        Map<String, String> words = new HashMap<>();
        node.path("values")
                .properties()
                .forEach(word -> words.put(
                        word.getKey().strip().toLowerCase(Locale.ROOT),
                        word.getValue().asText()));
        Optional<String> otherwise =
                Optional.of(node.path("otherwise").asText("")).filter(text -> !text.isEmpty());
        checkWords(where, target, words, otherwise, constant);
        return Optional.of(new Mapping.Cell(
                from,
                node.path("join").asText("first"),
                constant,
                node.path("unit").asText(target.unit()),
                power(where, target, node),
                words,
                otherwise,
                how(where, node.path("as").asText("text"))));
    }

    private int power(String where, Column target, JsonNode node) {
        String unit = node.path("unit").asText(target.unit());
        OptionalInt power = Units.power(unit, target.unit());
        if (power.isEmpty()) {
            fault(
                    where,
                    "'" + unit + "' cannot be converted to " + target.unit(),
                    "the figures would be wrong",
                    "Name the unit of the file's figures, such as kW, MW, GW, MWh, TWh or million USD");
        }
        return power.orElse(0);
    }

    private Mapping.How how(String where, String name) {
        return switch (name) {
            case "text" -> Mapping.How.TEXT;
            case "number" -> Mapping.How.NUMBER;
            case "date" -> Mapping.How.PARTIAL_DATE;
            case "country" -> Mapping.How.COUNTRY;
            case "state" -> Mapping.How.STATE;
            default -> {
                fault(
                        where,
                        "\"as\" is '" + name + "'",
                        "there is no such way to read a text",
                        "Write text, number, date, country or state");
                yield Mapping.How.TEXT;
            }
        };
    }

    private void checkWords(
            String where, Column target, Map<String, String> words, Optional<String> otherwise, String constant) {
        List<String> used = new ArrayList<>(words.values());
        otherwise.ifPresent(used::add);
        if (!constant.isEmpty()) {
            used.add(constant);
        }
        List<String> unknown = used.stream()
                .filter(word -> !target.allowed().isEmpty() && !target.allowed().contains(word))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            fault(
                    where,
                    "the table does not know " + unknown,
                    "every such record would be quarantined",
                    "Use one of " + String.join(", ", target.allowed()));
        }
    }

    private void checkRequired(Map<String, Mapping.Cell> columns) {
        layout.columns().stream()
                .filter(column ->
                        column.required() && !PROVENANCE.contains(column.name()) && !columns.containsKey(column.name()))
                .forEach(column -> fault(
                        "\"columns\"",
                        "'" + column.name() + "' is not mapped",
                        "every row of " + layout.table() + " needs it: " + column.description(),
                        "Add it, with \"from\" or with \"value\" for every row"));
    }

    private Optional<Mapping.Aside> aside(JsonNode node) {
        checkProperties("\"set_aside\"", node, OF_ROWS_SET_ASIDE);
        String pattern = node.path("matches").asText("");
        try {
            return Optional.of(new Mapping.Aside(
                    node.path("column").asText(),
                    Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL),
                    node.path("rule").asText("outside_the_data_set")));
        } catch (PatternSyntaxException e) {
            fault(
                    "\"set_aside\"",
                    "'" + pattern + "' is no regular expression: " + e.getDescription(),
                    "it cannot be matched",
                    "Correct it at position " + e.getIndex());
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private void fault(String where, String what, String why, String next) {
        faults.add(new Fault("mapping", where, what, why, next));
    }
}
