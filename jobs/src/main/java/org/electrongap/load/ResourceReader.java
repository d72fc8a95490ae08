package org.electrongap.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.Column;
import org.electrongap.table.TableName;
import org.electrongap.table.Zone;

/** Reads one resource of a data package; a fault does not stop it, so that all are told. */
final class ResourceReader {

    /** What Frictionless calls the format of a file; such a word says nothing about a publisher's layout. */
    private static final Set<String> MEDIA = Set.of("", "csv", "tsv", "json", "geojson", "xlsx", "zip", "gz");

    private final JsonNode node;
    private final JsonNode root;
    private final String dataset;
    private final String folder;
    private final String title;
    private final List<Fault> faults;

    ResourceReader(JsonNode node, JsonNode root, String dataset, String folder, int position, List<Fault> faults) {
        this.node = node;
        this.root = root;
        this.dataset = dataset;
        this.folder = folder;
        this.title = "resource " + node.path("name").asText("number " + (position + 1));
        this.faults = faults;
    }

    /** The resource, empty when it has faults, which are added to the list. */
    Optional<Resource> read() {
        int before = faults.size();
        String name = required("name");
        String path = path();
        Optional<TableName> table = table();
        Editions editions = editions();
        Optional<String> layout = text("layout").or(() -> text("format").filter(format -> !MEDIA.contains(format)));
        Optional<String> mapping = text("mapping");
        List<String> columns =
                layout.isEmpty() && mapping.isEmpty() ? table.map(this::columns).orElse(List.of()) : List.of();
        String publisher = required("publisher");
        Optional<Charset> encoding = encoding();
        Optional<LocalDate> retrieved = retrieved();
        return faults.size() > before || table.isEmpty()
                ? Optional.empty()
                : Optional.of(new Resource(
                        dataset,
                        folder,
                        name,
                        path,
                        table.get(),
                        publisher,
                        text("source").orElse(""),
                        editions,
                        layout,
                        mapping,
                        columns,
                        encoding,
                        retrieved,
                        text("grade").orElse("primary"),
                        licences(),
                        node.path("citation").asText(""),
                        Optional.empty(),
                        node.path("freshness_days").isInt()
                                ? OptionalInt.of(node.get("freshness_days").asInt())
                                : OptionalInt.empty()));
    }

    Fault fault(String property, String what, String why, String next) {
        return new Fault("package", title + ", \"" + property + "\"", what, why, next);
    }

    private String path() {
        String path = required("path");
        String scheme = Storages.scheme(path);
        if (!scheme.isEmpty() && !Storages.ALLOWED_SCHEMES.contains(scheme)) {
            faults.add(fault(
                    "path",
                    "the scheme of '" + path + "' is not allowed",
                    "files are read from file systems only: "
                            + String.join(", ", new java.util.TreeSet<>(Storages.ALLOWED_SCHEMES)),
                    "Fetch the file, and name where it lies"));
        }
        boolean escapes = scheme.isEmpty()
                && (path.startsWith("/")
                        || path.startsWith("\\")
                        || path.startsWith("~")
                        || path.matches("[A-Za-z]:.*")
                        || Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)")
                                .matcher(path)
                                .find());
        if (escapes) {
            faults.add(fault(
                    "path",
                    "'" + path + "' leads out of the data set's folder",
                    "a data set that is copied to another machine must find its files, and must not reach others",
                    "Put the file into the folder, or name it by a full URI such as file:///data/x.csv"));
        }
        return path;
    }

    private Optional<TableName> table() {
        String text = required("table");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            TableName table = TableName.parse(text);
            if (table.zone() == Zone.CORE) {
                RecordLayout.of(table);
                return Optional.of(table);
            }
        } catch (IllegalArgumentException e) {
            // Not zone/name, an unknown zone, or no contract: one message serves all three.
        }
        faults.add(fault(
                "table",
                "'" + text + "' is no core table",
                "a load fills tables that have a contract",
                "Name one such as core/capacity; 'show ddl' lists them"));
        return Optional.empty();
    }

    private Editions editions() {
        JsonNode editions = node.path("editions");
        if (editions.path("column").isTextual()) {
            return new Editions.InColumn(editions.get("column").asText());
        }
        if (editions.path("pattern").isTextual()) {
            return inPath(editions.get("pattern").asText());
        }
        if (editions.path("given").isTextual()) {
            return new Editions.Given(editions.get("given").asText(), "");
        }
        faults.add(fault(
                "editions",
                "it is missing",
                "a figure without the date on which it was published cannot be shown as of any day",
                "Write {\"column\": \"edition\"}, or {\"pattern\": \"(?<edition>[0-9-]+)\"} for the file's path"));
        return new Editions.InColumn("edition");
    }

    private Editions inPath(String pattern) {
        try {
            Pattern compiled = Pattern.compile(pattern);
            if (pattern.contains("(?<edition>")) {
                return new Editions.InPath(compiled);
            }
            faults.add(fault(
                    "editions",
                    "the pattern '" + pattern + "' has no group (?<edition>...)",
                    "the group tells which part of the path is the date",
                    "Put the part that is the date into (?<edition>...)"));
        } catch (PatternSyntaxException e) {
            faults.add(fault(
                    "editions",
                    "the pattern '" + pattern + "' is no regular expression: " + e.getDescription(),
                    "it cannot be matched",
                    "Correct it at position " + e.getIndex()));
        }
        return new Editions.InColumn("edition");
    }

    private List<String> columns(TableName table) {
        RecordLayout layout = RecordLayout.of(table);
        JsonNode fields = node.path("schema").path("fields");
        if (!fields.isArray()) {
            return layout.columnNames();
        }
        List<String> declared = new ArrayList<>();
        for (JsonNode field : fields) {
            String column = field.path("name").asText();
            declared.add(column);
            checkField(field, column, layout);
        }
        for (Column column : layout.columns()) {
            if (column.required() && !declared.contains(column.name())) {
                faults.add(fault(
                        "schema",
                        "column '" + column.name() + "' is missing",
                        "the contract of " + table + " asks for it in every row",
                        "Add the column to the schema and to the files"));
            }
        }
        return declared;
    }

    private void checkField(JsonNode field, String name, RecordLayout layout) {
        if (!layout.has(name)) {
            faults.add(fault(
                    "schema",
                    "column '" + name + "' is unknown to " + layout.table(),
                    "a column that is not read would be lost silently",
                    "Remove it; the contract has " + String.join(", ", layout.columnNames())));
            return;
        }
        Column column = layout.columns().get(layout.index(name));
        String unit = field.path("unit").asText(column.unit());
        if (!unit.equals(column.unit())) {
            faults.add(fault(
                    "schema",
                    "column '" + name + "' is declared in " + unit,
                    "the contract of " + layout.table() + " holds it in " + column.unit(),
                    "Convert the files, or use a mapping, which converts units"));
        }
        String type = field.path("type").asText(column.type().schemaName());
        if (!type.equals(column.type().schemaName())) {
            faults.add(fault(
                    "schema",
                    "column '" + name + "' is declared as " + type,
                    "the contract of " + layout.table() + " holds it as "
                            + column.type().schemaName(),
                    "Correct the type"));
        }
    }

    private Optional<Charset> encoding() {
        Optional<String> name = text("encoding");
        try {
            return name.map(Charset::forName);
        } catch (IllegalArgumentException e) {
            faults.add(fault(
                    "encoding",
                    "'" + name.orElse("") + "' is no known encoding",
                    "the text cannot be read",
                    "Name one such as utf-8, windows-1252 or iso-8859-1"));
            return Optional.empty();
        }
    }

    private Optional<LocalDate> retrieved() {
        try {
            return text("retrieved").map(LocalDate::parse);
        } catch (DateTimeException e) {
            faults.add(fault(
                    "retrieved",
                    "'" + node.path("retrieved").asText() + "' is not a day",
                    "it limits when figures become visible",
                    "Write it as year-month-day"));
            return Optional.empty();
        }
    }

    private List<String> licences() {
        JsonNode list = node.has("licenses") ? node.get("licenses") : root.path("licenses");
        List<String> names = new ArrayList<>();
        list.forEach(licence -> names.add(licence.path("name").asText()));
        return names;
    }

    private String required(String property) {
        return text(property).orElseGet(() -> {
            faults.add(fault(property, "it is missing", "every resource needs it", "Add it"));
            return "";
        });
    }

    private Optional<String> text(String property) {
        return Optional.of(node.path(property).asText("")).filter(text -> !text.isBlank());
    }
}
