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
import java.util.Set;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.Column;
import org.electrongap.table.ColumnType;
import org.electrongap.table.TableName;

/** Reads a mapping file (JSON) and tells every fault of it. */
public final class MappingReader {

    /** Mappings are written by hand: comments and a comma behind the last item are no fault. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final List<String> PROPERTIES = List.of(
            "name",
            "table",
            "source",
            "encoding",
            "separator",
            "decimal",
            "sheet",
            "unpivot",
            "columns",
            "set_aside",
            "ignore",
            "blank");
    private static final List<String> OF_A_COLUMN =
            List.of("from", "join", "value", "unit", "values", "otherwise", "as");
    private static final List<String> OF_A_UNIT = List.of("from", "values");

    /** Columns that the load fills where a mapping does not. */
    private static final Set<String> PROVENANCE = Set.of("source", "edition", "retrieved", "grade");

    private final MappingFaults faults = new MappingFaults();
    private RecordLayout layout;
    private DecimalMark decimal = DecimalMark.POINT;

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
        faults.addAll(reader.faults.all());
        return reader.faults.all().isEmpty() ? mapping : Optional.empty();
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
        faults.checkProperties("the mapping", root, PROPERTIES);
        decimal = decimal(root.path("decimal").asText("."));
        Map<String, Mapping.Cell> columns = new HashMap<>();
        root.path("columns")
                .properties()
                .forEach(entry ->
                        cell(entry.getKey(), entry.getValue()).ifPresent(cell -> columns.put(entry.getKey(), cell)));
        checkRequired(columns);
        MappedRowsReader rows = new MappedRowsReader(faults);
        String name = root.path("name").asText("mapping");
        faults.checkDecided("\"name\"", List.of(name));
        faults.checkDecided("\"source\"", List.of(root.path("source").asText(name)));
        return Optional.of(new Mapping(
                name,
                layout.table(),
                root.path("source").asText(name),
                encoding(root.path("encoding").asText("")),
                separator(root.path("separator").asText(",")),
                decimal,
                Optional.of(root.path("sheet").asText("")).filter(text -> !text.isEmpty()),
                rows.unpivot(root.path("unpivot")),
                columns,
                rows.aside(root.path("set_aside")),
                texts(root.path("ignore")),
                texts(root.path("blank"))));
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
        faults.checkProperties(where, node, OF_A_COLUMN);
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
        Map<String, String> words = words(node.path("values"));
        Optional<String> otherwise =
                Optional.of(node.path("otherwise").asText("")).filter(text -> !text.isEmpty());
        checkWords(where, target, words, otherwise, constant);
        Mapping.Cell cell = new Mapping.Cell(
                from,
                node.path("join").asText("first"),
                constant,
                unit(where, target, node.path("unit")),
                words,
                otherwise,
                how(where, node.path("as").asText(howByDefault(target))));
        if (from.isEmpty() && !constant.isEmpty()) {
            faults.checkConstant(where, node, cell, target, layout);
        }
        return Optional.of(cell);
    }

    private FigureUnit unit(String where, Column target, JsonNode node) {
        if (!node.isObject()) {
            String unit = node.asText(target.unit());
            checkUnits(where, target, List.of(unit));
            return new FigureUnit(unit, "", Map.of(), target.unit());
        }
        faults.checkProperties(where + ", \"unit\"", node, OF_A_UNIT);
        Map<String, String> words = words(node.path("values"));
        checkUnits(where, target, List.copyOf(words.values()));
        if (node.path("from").asText("").isEmpty()) {
            fault(
                    where + ", \"unit\"",
                    "it lacks \"from\"",
                    "the unit of each row is not known",
                    "Name the column of the file that holds it, or write the unit of all rows");
        }
        return new FigureUnit("", node.path("from").asText(""), words, target.unit());
    }

    private void checkUnits(String where, Column target, List<String> units) {
        units.stream()
                .filter(unit -> Units.power(unit, target.unit()).isEmpty())
                .forEach(unit -> fault(
                        where,
                        "'" + unit + "' cannot be converted to " + target.unit(),
                        "the figures would be wrong",
                        "Name the unit of the file's figures, such as kW, MW, GW, MWh, TWh or million USD"));
    }

    private static Map<String, String> words(JsonNode values) {
        Map<String, String> words = new HashMap<>();
        values.properties()
                .forEach(word -> words.put(
                        word.getKey().strip().toLowerCase(Locale.ROOT),
                        word.getValue().asText()));
        return words;
    }

    private DecimalMark decimal(String mark) {
        return switch (mark) {
            case ".", "point" -> DecimalMark.POINT;
            case ",", "comma" -> DecimalMark.COMMA;
            default -> {
                fault(
                        "\"decimal\"",
                        "'" + mark + "' is neither a point nor a comma",
                        "figures would be read wrongly",
                        "Write \".\" or \",\"");
                yield DecimalMark.POINT;
            }
        };
    }

    /** A figure with a decimal comma is no number as it stands, so that it is always read as one. */
    private String howByDefault(Column target) {
        boolean figure = target.type() == ColumnType.NUMBER;
        return figure && decimal == DecimalMark.COMMA ? "number" : "text";
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
        faults.checkDecided(where, used);
        List<String> unknown = used.stream()
                .filter(word -> !target.allowed().isEmpty()
                        && !word.equals(MappingFaults.UNDECIDED)
                        && !target.allowed().contains(word))
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

    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private void fault(String where, String what, String why, String next) {
        faults.add(where, what, why, next);
    }
}
