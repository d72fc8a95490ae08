package org.electrongap.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.electrongap.run.Ledger;
import org.electrongap.table.TableName;

/** What a step may read. */
public interface Inputs {

    /** The session. */
    SparkSession spark();

    /** The day whose knowledge the result shows. */
    LocalDate asOf();

    /**
     * A table: of a core table the rows of every edition published by then, of an out table what its step wrote last. A table
     * that was never written has no rows.
     */
    Dataset<Row> table(TableName table);

    /** The rows of these slices of a core table, as {@link #table} gives them; of other slices nothing is opened. */
    Dataset<Row> slices(TableName table, List<String> slices);

    /**
     * The rows of these slices, whatever the day from which they are visible: of slices that are visible as a whole, as their
     * receipts tell, they need not be filtered.
     */
    Dataset<Row> wholeSlices(TableName table, List<String> slices);

    /** The same inputs in a session that reads files in batches of columns, a task a few megabytes, and compiles its queries. */
    Inputs inBatches();

    /**
     * The rows of {@link #table} that a condition keeps, each a map from column to value, for what is judged in the driver. A
     * small table is read from its files without a Spark job.
     *
     * @param regions only rows of these regions; empty for all rows
     */
    List<Map<String, Object>> rows(TableName table, Set<String> regions);

    /** Keeps rows that several tables of the step are made from, until the step's tables are written. */
    Dataset<Row> kept(Dataset<Row> rows);

    /** Does this once the step's tables are written, or have failed to be. */
    void afterwards(Runnable release);

    /** What the warehouse holds for sure. */
    Ledger ledger();

    /** The run's own assumptions, each a map from column to text; they are in the assumptions table already. */
    List<Map<String, String>> ownAssumptions();

    /** The scenarios of the run's own file, each row a map from column to text. */
    List<Map<String, String>> ownScenarios();

    /** A setting of the run that changes results, if it was given. */
    Optional<String> setting(String name);
}
