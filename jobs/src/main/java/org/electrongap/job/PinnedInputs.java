package org.electrongap.job;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Up to this size a table is read faster than a job on it is planned. */
    private static final long SMALL_TABLE_BYTES = 32L << 20;

    private final Warehouse warehouse;
    private final TableFiles files;
    private final Ledger ledger;
    private final Run run;
    private final AssumptionOverrides overrides;
    private final AssumptionOverrides scenarios;
    private final RunContext.Environment environment;
    private final List<Runnable> releases;

    PinnedInputs(Warehouse warehouse, TableFiles files, Ledger ledger, RunContext.Environment environment) {
        this(warehouse, files, ledger, environment, new ArrayList<>());
    }

    private PinnedInputs(
            Warehouse warehouse,
            TableFiles files,
            Ledger ledger,
            RunContext.Environment environment,
            List<Runnable> releases) {
        this.environment = environment;
        this.releases = releases;
        this.files = files;
        this.warehouse = warehouse;
        this.ledger = ledger;
        this.run = environment.run();
        this.overrides = environment.overrides();
        this.scenarios = environment.scenarios();
    }

    @Override
    public SparkSession spark() {
        return warehouse.spark();
    }

    @Override
    public Inputs inBatches() {
        return new PinnedInputs(warehouse.inBatches(), files, ledger, environment, releases);
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
    public Dataset<Row> slices(TableName table, List<String> slices) {
        return Warehouse.visible(wholeSlices(table, slices), run.asOf());
    }

    @Override
    public Dataset<Row> wholeSlices(TableName table, List<String> slices) {
        return ledger.version(table.path())
                .flatMap(version -> files.ofSlices(table, version, slices))
                .map(paths -> warehouse.readFiles(table, paths))
                .orElseGet(() -> table(table).where(col("slice").isin(slices.toArray())));
    }

    @Override
    public List<Map<String, Object>> rows(TableName table, Set<String> regions) {
        if (table.equals(ASSUMPTIONS)) {
            throw new IllegalArgumentException("the assumptions of a run are read as a table, its own among them");
        }
        return ledger.version(table.path())
                .flatMap(version -> files.rows(
                        table,
                        version,
                        row -> isVisible(table, row) && (regions.isEmpty() || regions.contains(row.get("region"))),
                        Long.MAX_VALUE,
                        SMALL_TABLE_BYTES))
                .orElseGet(() -> maps(table(table), regions));
    }

    private boolean isVisible(TableName table, Map<String, Object> row) {
        return table.zone() == Zone.OUT
                || (row.get("published") instanceof LocalDate published && !published.isAfter(run.asOf()));
    }

    private static List<Map<String, Object>> maps(Dataset<Row> rows, Set<String> regions) {
        Dataset<Row> asked = regions.isEmpty() ? rows : rows.where(col("region").isin(regions.toArray()));
        List<Map<String, Object>> maps = new ArrayList<>();
        asked.toLocalIterator().forEachRemaining(row -> {
            Map<String, Object> map = new LinkedHashMap<>();
            List.of(asked.columns()).forEach(column -> map.put(column, row.getAs(column)));
            maps.add(map);
        });
        return maps;
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
