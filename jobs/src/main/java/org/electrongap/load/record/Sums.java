package org.electrongap.load.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.electrongap.table.Column;
import org.electrongap.table.ColumnType;

/** Adds up the parts of rows that a publisher lists in more detail than the table holds. */
final class Sums {

    private final RecordLayout layout;
    private final int figure;

    Sums(RecordLayout layout) {
        this.layout = layout;
        this.figure = layout.columns().stream()
                .filter(column -> column.type() == ColumnType.NUMBER)
                .findFirst()
                .map(Column::name)
                .map(layout::index)
                .orElse(-1);
    }

    /**
     * One row for each key whose records are parts, and every other record as it is. The sum is that of the decimal figures and is rounded
     * once, so the order of the parts does not matter; a row stands on the line of its first part.
     */
    List<CheckedRecord> of(List<CheckedRecord> records) {
        if (records.stream().allMatch(record -> record.part().isEmpty())) {
            return records;
        }
        Map<List<Object>, List<CheckedRecord>> rows = new LinkedHashMap<>();
        for (CheckedRecord record : records) {
            rows.computeIfAbsent(layout.keyOf(record.values()), key -> new ArrayList<>())
                    .add(record);
        }
        return rows.values().stream().map(this::sum).toList();
    }

    private CheckedRecord sum(List<CheckedRecord> parts) {
        CheckedRecord first = parts.get(0);
        BigDecimal sum = parts.stream()
                .map(part -> BigDecimal.valueOf((Double) part.values()[figure]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Object[] values = Arrays.copyOf(first.values(), first.values().length);
        values[figure] = sum.doubleValue();
        return new CheckedRecord(first.line(), values, "", first.raw());
    }
}
