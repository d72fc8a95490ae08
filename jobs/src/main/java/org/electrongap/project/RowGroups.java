package org.electrongap.project;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Rows that follow each other and share a number, as lists: a partition sorted by that number, one group at a time. */
final class RowGroups implements Iterator<List<Row>> {

    private final Iterator<Row> sorted;
    private final String key;
    private Row next;

    RowGroups(Iterator<Row> sorted, String key) {
        this.sorted = sorted;
        this.key = key;
        this.next = sorted.hasNext() ? sorted.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public List<Row> next() {
        if (next == null) {
            throw new NoSuchElementException("no group is left");
        }
        List<Row> group = new ArrayList<>();
        Object value = next.getAs(key);
        while (next != null && value.equals(next.getAs(key))) {
            group.add(next);
            next = sorted.hasNext() ? sorted.next() : null;
        }
        return group;
    }
}
