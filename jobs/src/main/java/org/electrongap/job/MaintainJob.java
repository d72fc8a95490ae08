package org.electrongap.job;

import io.delta.tables.DeltaTable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.RuntimeConfig;
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
            context.ledger().current().versions().keySet().stream()
                    .map(TableName::parse)
                    .forEach(table -> maintain(table, keepDays));
        } finally {
            spark.conf().unset(PROJECTIONS);
        }
        reports(keepDays);
        leftovers();
        records(keepDays);
        return lines;
    }

    private void maintain(TableName table, int keepDays) {
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
            delta(table).vacuum(days * 24.0);
            followNewest(table);
            done.add("cleaned");
        }
        lines.add(String.format(
                Locale.ROOT, "%-28s %s", table, done.isEmpty() ? "nothing to do" : String.join(" and ", done)));
    }

    private void compact(TableName table) {
        RuntimeConfig settings = context.warehouse().spark().conf();
        settings.set(PROJECTIONS, "FALLBACK");
        delta(table).optimize().executeCompaction();
        settings.set(PROJECTIONS, "NO_CODEGEN");
    }

    private DeltaTable delta(TableName table) {
        return DeltaTable.forPath(
                context.warehouse().spark(), context.warehouse().path(table));
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
