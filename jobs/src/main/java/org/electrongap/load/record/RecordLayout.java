package org.electrongap.load.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.table.Column;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** The columns of a core table that a file fills: those of the contract without the lineage that the load adds. */
public final class RecordLayout {

    /** Columns that the load adds to every row of a core table, in the contract's order. */
    public static final List<String> LINEAGE =
            List.of("published", "slice", "source_file", "source_line", "file_hash", "run_id", "loaded_at");

    private final TableName table;
    private final List<Column> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final int[] key;

    private RecordLayout(Contract contract) {
        table = contract.table();
        columns = contract.columns().stream()
                .filter(column -> !LINEAGE.contains(column.name()))
                .toList();
        columns.forEach(column -> positions.put(column.name(), positions.size()));
        key = contract.key().stream().mapToInt(this::index).toArray();
    }

    /** The layout of a core table. */
    public static RecordLayout of(TableName table) {
        return new RecordLayout(Contract.of(table));
    }

    /** The table that the records are for. */
    public TableName table() {
        return table;
    }

    /** The columns in the contract's order. */
    public List<Column> columns() {
        return columns;
    }

    /** The names of the columns in the contract's order. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** An empty record of this layout. */
    public RecordDraft draft(long line, RawText raw) {
        return new RecordDraft(this, line, raw);
    }

    /** How many columns there are. */
    public int size() {
        return columns.size();
    }

    /** Whether the layout has the column. */
    public boolean has(String column) {
        return positions.containsKey(column);
    }

    /**
     * The position of a column.
     *
     * @throws IllegalArgumentException when the layout has no such column
     */
    public int index(String column) {
        Integer index = positions.get(column);
        if (index == null) {
            throw new IllegalArgumentException(table + " has no column '" + column + "' that a file fills");
        }
        return index;
    }

    /** Why a text cannot stand in a column; empty where it can. */
    public Optional<Violation> violation(String column, String text) {
        try {
            Cast.to(columns.get(index(column))).value(text);
            return Optional.empty();
        } catch (Cast.BrokenRule broken) {
            return Optional.of(broken.violation());
        }
    }

    /** The values that identify a record; all of them where the table has no key. */
    public List<Object> keyOf(Object[] values) {
        return key.length == 0
                ? Arrays.asList(values)
                : Arrays.asList(Arrays.stream(key).mapToObj(i -> values[i]).toArray());
    }

    /** Positions of the columns that identify a record; empty where only the whole record does. */
    public int[] keyPositions() {
        return key.clone();
    }
}
