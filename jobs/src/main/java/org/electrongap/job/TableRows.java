package org.electrongap.job;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.electrongap.run.Ledger;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Some rows of a table, for the terminal. */
public final class TableRows {

    private final RunContext.Environment environment;

    /** The tables of that warehouse; takes no lock. */
    public TableRows(RunContext.Environment environment) {
        this.environment = environment;
    }

    /**
     * Rows of a table as the ledger names it, each a map from column to value, in the order of its contract. Read from the
     * table's own files without Spark, as long as the Delta log still tells which they are.
     *
     * @param keep chooses the rows
     * @param atMost how many at most
     * @return nothing when the table was never written
     */
    public Optional<List<Map<String, Object>>> of(TableName table, Predicate<Map<String, Object>> keep, long atMost) {
        TableFiles files = new TableFiles(environment.warehouse(), environment.configuration());
        return Ledger.read(environment.warehouse())
                .version(table.path())
                .map(version -> files.rows(table, version, keep, atMost, Long.MAX_VALUE)
                        .orElseGet(() -> fromSpark(table, version, keep, atMost)));
    }

    private List<Map<String, Object>> fromSpark(
            TableName table, long version, Predicate<Map<String, Object>> keep, long atMost) {
        Warehouse warehouse =
                new Warehouse(environment.spark().get(), environment.warehouse().uri());
        Iterator<Row> rows = warehouse.read(table, version).toLocalIterator();
        List<Map<String, Object>> kept = new ArrayList<>();
        while (rows.hasNext() && kept.size() < atMost) {
            Row row = rows.next();
            Map<String, Object> map = new LinkedHashMap<>();
            Contract.of(table).columnNames().forEach(column -> map.put(column, row.getAs(column)));
            if (keep.test(map)) {
                kept.add(map);
            }
        }
        return kept;
    }

    /** The statements that make the tables known to a metastore. */
    public List<String> ddl() {
        return Ledger.read(environment.warehouse()).versions().keySet().stream()
                .map(path -> "CREATE TABLE IF NOT EXISTS " + path.replace('/', '_') + " USING delta LOCATION '"
                        + environment.warehouse().uri(path) + "';")
                .toList();
    }

    /** The tables that the warehouse holds, as zone/name. */
    public List<String> names() {
        return List.copyOf(Ledger.read(environment.warehouse()).versions().keySet());
    }
}
