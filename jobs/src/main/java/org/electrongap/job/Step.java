package org.electrongap.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.run.Ledger;
import org.electrongap.table.TableName;

/** A step of the chain: reads tables, computes, and owns the out tables that it replaces as a whole. */
public interface Step {

    /** The step's name, which is also the job's name on the command line. */
    String name();

    /** The tables whose rows the result depends on. */
    List<TableName> reads();

    /** The out tables that the step replaces; no other step writes them. */
    List<TableName> writes();

    /** Names of run settings that change the result. */
    default List<String> settings() {
        return List.of();
    }

    /** Whether the run's own scenarios change the result. */
    default boolean readsScenarios() {
        return false;
    }

    /** What changes the result beyond the rows that are read: of the as-of date itself, say, its year. */
    default String dependsOn(LocalDate asOf, Ledger ledger) {
        return "";
    }

    /**
     * The rows of every table in {@link #writes()}, each in the form of its contract. Pure: the same inputs give the same
     * rows, whatever the partitions.
     */
    Map<TableName, Dataset<Row>> compute(Inputs inputs);
}
