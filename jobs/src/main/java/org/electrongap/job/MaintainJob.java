package org.electrongap.job;

import io.delta.tables.DeltaTable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.electrongap.report.Manifest;
import org.electrongap.run.RunRecord;
import org.electrongap.run.Store;
import org.electrongap.table.TableName;
import org.electrongap.table.Zone;

/**
 * Compacts tables, and removes what no reader follows any more: old table files, superseded reports, leftovers. Stops between
 * two tables when the run is asked to end; the next night goes on.
 */
final class MaintainJob {

    /** How Spark makes its projections: compiled, or interpreted. */
    private static final String PROJECTIONS = "spark.sql.codegen.factoryMode";

    private static final int SIDE_BY_SIDE = 4;

    private final RunContext context;
    private final Optional<Manifest> followed;
    private final List<String> lines = new ArrayList<>();

    MaintainJob(RunContext context) {
        this.context = context;
        this.followed = new ReportFolders(context.environment().reports()).latest();
    }

    /** What was done, line by line; whatever a manifest of the last {@code keepDays} days names stays readable. */
    List<String> maintain(int keepDays) {
        SparkSession spark = context.warehouse().spark();
        // Listing one small folder with the default of 10,000 tasks takes longer than all the rest.
        spark.conf().set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4");
        // Each task of VACUUM and of Delta's own reading would write Java code anew, a thousand lines for a few files.
        spark.conf().set(PROJECTIONS, "NO_CODEGEN");
        try {
            tables(keepDays);
        } finally {
            spark.conf().unset(PROJECTIONS);
        }
        reports(keepDays);
        leftovers();
        records(keepDays);
        return lines;
    }

    /** Several at a time: with a small table most of the time goes into planning and waiting, on one core each. */
    private void tables(int keepDays) {
        ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<TableName> tables = context.ledger().current().versions().keySet().stream()
                    .map(TableName::parse)
                    .toList();
            List<Callable<String>> upkeep = tables.stream()
                    .<Callable<String>>map(table -> () -> maintain(table, keepDays))
                    .toList();
            UpkeepFailures failures = new UpkeepFailures();
            List<Future<String>> ended = pool.invokeAll(upkeep);
            for (int i = 0; i < ended.size(); i++) {
                failures.lineOf(tables.get(i), ended.get(i)).ifPresent(lines::add);
            }
            failures.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("maintain was interrupted", e);
        } finally {
            pool.shutdown();
        }
    }

    private String maintain(TableName table, int keepDays) {
        context.warehouse().spark().sparkContext().setJobGroup("maintain", "maintain " + table, false);
        context.ledger().confirm();
        Warehouse warehouse = context.warehouse();
        long known = context.ledger().current().version(table.path()).orElseThrow();
        long settled = warehouse.settle(table, known);
        int days = Math.max(keepDays, daysFollowed(table, settled));
        warehouse.retain(table, days);
        List<String> done = new ArrayList<>();
        // An out table is one file already, and its report is a copy of that very file.
        if (table.zone() != Zone.OUT && upkeep(table).mayCompact()) {
            compact(table);
            done.add("compacted");
        }
        followNewest(table);
        if (upkeep(table).mayVacuum(context.run().startedAt().minus(Duration.ofDays(days)))) {
            delta(context.warehouse().spark(), table).vacuum(days * 24.0);
            followNewest(table);
            done.add("cleaned");
        }
        return String.format(
                Locale.ROOT, "%-28s %s", table, done.isEmpty() ? "nothing to do" : String.join(" and ", done));
    }

    /** In a session of its own, where Spark compiles as ever: a compaction reads every row of a slice. */
    private void compact(TableName table) {
        delta(context.warehouse().spark().newSession(), table).optimize().executeCompaction();
    }

    private DeltaTable delta(SparkSession spark, TableName table) {
        return DeltaTable.forPath(spark, context.warehouse().path(table));
    }

    private Upkeep upkeep(TableName table) {
        return new Upkeep(
                context.environment().warehouse().folder(table.path()),
                context.warehouse().version(table));
    }

    /** Every commit so far held the same rows: none of them has to be taken back. */
    private void followNewest(TableName table) {
        long version = context.warehouse().version(table);
        if (context.ledger().current().version(table.path()).orElseThrow() != version) {
            context.ledger().change(ledger -> ledger.compacted(table.path(), version));
        }
    }

    /** For how long the version that {@code latest.json} names has no longer been the newest; it must stay readable too. */
    private int daysFollowed(TableName table, long newest) {
        return followed.map(manifest -> manifest.tables().get(table.path()))
                .filter(named -> named.version() < newest)
                .map(named -> context.warehouse()
                                .daysSince(
                                        table,
                                        named.version() + 1,
                                        context.run().startedAt())
                        + 1)
                .orElse(0);
    }

    private void reports(int keepDays) {
        Store reports = context.environment().reports();
        for (String folder : new ReportFolders(reports).removable(today().minusDays(keepDays), today())) {
            context.ledger().confirm();
            reports.delete(folder);
            lines.add(String.format(Locale.ROOT, "%-28s removed", "report " + folder));
        }
    }

    /** What a deployment check left that was killed. */
    private void leftovers() {
        Store warehouse = context.environment().warehouse();
        warehouse.names().stream()
                .filter(name -> name.startsWith(".doctor-"))
                .filter(name -> !name.contains(today().toString().replace("-", "")))
                .forEach(warehouse::delete);
    }

    /** Records of runs, one file each, would outgrow the tables in some years; the ops tables hold the same. */
    private void records(int keepDays) {
        int removed = RunRecord.clear(
                context.environment().warehouse(),
                today().minusDays(keepDays),
                context.ledger().current().recordedRun());
        if (removed > 0) {
            lines.add(String.format(Locale.ROOT, "%-28s removed, ops/runs holds them", removed + " records of runs"));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(context.run().startedAt(), ZoneOffset.UTC);
    }
}
