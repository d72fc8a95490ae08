package org.electrongap.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.run.Ledger;
import org.electrongap.table.TableName;

/** Some rows of a table, for the terminal. */
public final class TableRows {

    private final RunContext.Environment environment;

    /** The tables of that warehouse; takes no lock. */
    public TableRows(RunContext.Environment environment) {
        this.environment = environment;
    }

    /**
     * Rows of a table as the ledger names it, each a map from column to value.
     *
     * @param narrow chooses the rows
     * @param atMost how many at most
     * @throws IllegalStateException when the table was never written
     */
    public List<Map<String, Object>> of(TableName table, UnaryOperator<Dataset<Row>> narrow, int atMost) {
        long version = Ledger.read(environment.warehouse())
                .version(table.path())
                .orElseThrow(() -> new IllegalStateException("table " + table + " has not been written yet in "
                        + environment.warehouse().uri()));
        Warehouse warehouse =
                new Warehouse(environment.spark().get(), environment.warehouse().uri());
        Dataset<Row> rows = narrow.apply(warehouse.read(table, version)).limit(atMost);
        List<String> columns = List.of(rows.columns());
        List<Map<String, Object>> maps = new ArrayList<>();
        for (Row row : rows.collectAsList()) {
            Map<String, Object> map = new LinkedHashMap<>();
            columns.forEach(column -> map.put(column, row.getAs(column)));
            maps.add(map);
        }
        return maps;
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
