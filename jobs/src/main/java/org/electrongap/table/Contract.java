package org.electrongap.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What a table promises: its columns in order, their types and units, and its key.
 *
 * <p>A contract is a file {@code contracts/ZONE/NAME.json} of the jobs jar: a Frictionless Table Schema with a {@code unit}
 * beside each field. Data sets, tables, reports and the dictionary all follow it.
 *
 * @param table the table
 * @param title what a row is, in a few words
 * @param description what the table holds, in one or two sentences
 * @param columns the columns in order
 * @param key the columns that identify a row; empty where rows have no identity
 */
public record Contract(TableName table, String title, String description, List<Column> columns, List<String> key) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<TableName, Contract> READ = new ConcurrentHashMap<>();

    public Contract {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /**
     * The contract of a table.
     *
     * @throws IllegalArgumentException when the jobs jar has no contract for it, or one that is not well formed
     */
    public static Contract of(TableName table) {
        return READ.computeIfAbsent(table, Contract::read);
    }

    /** The schema of a Dataset that fulfils the contract. */
    public StructType schema() {
        return new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
    }

    /** The names of the columns in order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * The column of that name.
     *
     * @throws IllegalArgumentException when the contract has none
     */
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        table + " has no column '" + name + "'; it has " + String.join(", ", columnNames())));
    }

    /**
     * The rows in the form of the contract: its columns, in its order, with its types, units and descriptions.
     *
     * @param rows a Dataset with exactly the contract's columns, in any order
     * @throws IllegalArgumentException naming every missing and every unknown column
     */
    public Dataset<Row> conform(Dataset<Row> rows) {
        List<String> present = Arrays.asList(rows.columns());
        List<String> missing = new ArrayList<>(columnNames());
        missing.removeAll(present);
        List<String> unknown = new ArrayList<>(present);
        unknown.removeAll(columnNames());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    table + ": missing columns " + missing + ", columns that the contract does not know " + unknown);
        }
        return rows.select(columns.stream()
                .map(column -> functions
                        .col(column.name())
                        .cast(column.type().sparkType())
                        .as(column.name(), column.metadata()))
                .toArray(org.apache.spark.sql.Column[]::new));
    }

    private static Contract read(TableName table) {
        String resource = "/contracts/" + table.path() + ".json";
        try (InputStream in = Contract.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no contract for table " + table);
            }
            JsonNode root = JSON.readTree(in);
            JsonNode schema = root.path("schema");
            return new Contract(
                    table,
                    root.path("title").asText(),
                    root.path("description").asText(),
                    readColumns(schema.path("fields")),
                    texts(schema.path("primaryKey")));
        } catch (IOException e) {
            throw new UncheckedIOException("contract of " + table + " cannot be read", e);
        }
    }

    private static List<Column> readColumns(JsonNode fields) {
        List<Column> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(readColumn(field)));
        return columns;
    }

    private static Column readColumn(JsonNode field) {
        JsonNode constraints = field.path("constraints");
        return new Column(
                field.path("name").asText(),
                ColumnType.named(field.path("type").asText(), field.path("bits").asInt(32)),
                field.path("unit").asText(""),
                field.path("description").asText(""),
                constraints.path("required").asBoolean(false),
                texts(constraints.path("enum")),
                number(constraints.path("minimum")),
                number(constraints.path("maximum")),
                text(constraints.path("pattern")),
                text(field.path("codes")));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Optional<Double> number(JsonNode node) {
        return node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
    }
}
