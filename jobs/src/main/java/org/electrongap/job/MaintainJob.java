package org.electrongap.job;

import io.delta.tables.DeltaTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.electrongap.run.Store;
import org.electrongap.table.TableName;
import org.electrongap.table.Zone;

/** Compacts tables, and removes what no reader follows any more: old table files, superseded reports, leftovers. */
final class MaintainJob {

    private final RunContext context;
    private final List<String> lines = new ArrayList<>();

    MaintainJob(RunContext context) {
        this.context = context;
    }

    /** What was done, line by line; whatever a manifest of the last {@code keepDays} days names stays readable. */
    List<String> maintain(int keepDays) {
        SparkSession spark = context.warehouse().spark();
        // Listing one small folder with the default of 10,000 tasks takes longer than all the rest.
        spark.conf().set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4");
        context.ledger().current().versions().keySet().stream()
                .map(TableName::parse)
                .forEach(table -> maintain(table, keepDays));
        reports(keepDays);
        return lines;
    }

    private void maintain(TableName table, int keepDays) {
        context.warehouse().spark().sparkContext().setJobGroup("maintain", "maintain " + table, false);
        context.ledger().confirm();
        DeltaTable delta = DeltaTable.forPath(
                context.warehouse().spark(), context.warehouse().path(table));
        if (table.zone() != Zone.OUT) {
            // An out table is one file already, and its report is a copy of that very file.
            delta.optimize().executeCompaction();
            long version = context.warehouse().version(table);
            context.ledger().change(ledger -> ledger.compacted(table.path(), version));
        }
        delta.vacuum(keepDays * 24.0);
        lines.add(String.format(Locale.ROOT, "%-28s compacted and cleaned", table));
    }

    private void reports(int keepDays) {
        Store reports = context.environment().reports();
        LocalDate oldest =
                LocalDate.ofInstant(context.run().startedAt(), ZoneOffset.UTC).minusDays(keepDays);
        for (String folder : new ReportFolders(reports).removable(oldest)) {
            context.ledger().confirm();
            reports.delete(folder);
            lines.add(String.format(Locale.ROOT, "%-28s removed", "report " + folder));
        }
    }
}
