package org.electrongap.project;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** The rows made of one group after the other, read as they are asked for. */
final class Flattened implements Iterator<Row> {

    private final RowGroups groups;
    private final Function<List<Row>, Iterator<Row>> rows;
    private Iterator<Row> current = Collections.emptyIterator();

    Flattened(RowGroups groups, Function<List<Row>, Iterator<Row>> rows) {
        this.groups = groups;
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && groups.hasNext()) {
            current = rows.apply(groups.next());
        }
        return current.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no row is left");
        }
        return current.next();
    }
}
