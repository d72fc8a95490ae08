package org.electrongap.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.electrongap.run.Ledger;
import org.electrongap.run.Run;
import org.electrongap.table.TableName;
import org.electrongap.table.Zone;

/** Tables at the versions that the ledger names, core tables as of the run's day, assumptions with the run's own rows on top. */
final class PinnedInputs implements Inputs, AutoCloseable {

    private static final TableName ASSUMPTIONS = TableName.core("assumptions");

    private final Warehouse warehouse;
    private final Ledger ledger;
    private final Run run;
    private final AssumptionOverrides overrides;
    private final AssumptionOverrides scenarios;
    private final List<Runnable> releases = new ArrayList<>();

    PinnedInputs(
            Warehouse warehouse, Ledger ledger, Run run, AssumptionOverrides overrides, AssumptionOverrides scenarios) {
        this.warehouse = warehouse;
        this.ledger = ledger;
        this.run = run;
        this.overrides = overrides;
        this.scenarios = scenarios;
    }

    @Override
    public SparkSession spark() {
        return warehouse.spark();
    }

    @Override
    public LocalDate asOf() {
        return run.asOf();
    }

    @Override
    public Dataset<Row> table(TableName table) {
        Dataset<Row> rows = ledger.version(table.path())
                .map(version -> warehouse.read(table, version))
                .orElseGet(() -> warehouse.empty(table));
        if (table.zone() == Zone.OUT) {
            return rows;
        }
        Dataset<Row> visible = Warehouse.visible(rows, run.asOf());
        return table.equals(ASSUMPTIONS) ? overrides.over(visible) : visible;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public List<Map<String, String>> ownAssumptions() {
        return overrides.rows();
    }

    @Override
    public List<Map<String, String>> ownScenarios() {
        return scenarios.rows();
    }

    @Override
    public Dataset<Row> kept(Dataset<Row> rows) {
        Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
        afterwards(() -> kept.unpersist(false));
        return kept;
    }

    @Override
    public void afterwards(Runnable release) {
        releases.add(release);
    }

    @Override
    public void close() {
        releases.forEach(Runnable::run);
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(run.settings().get(name)).filter(value -> !value.isEmpty());
    }
}
