package org.electrongap.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrongap.report.Headline;
import org.electrongap.report.Manifest;
import org.electrongap.report.ReportRows;
import org.electrongap.report.page.Page;
import org.electrongap.report.page.PageData;
import org.electrongap.report.page.Published;
import org.electrongap.run.Json;
import org.electrongap.run.Ledger;
import org.electrongap.run.SliceReceipt;
import org.electrongap.run.StepReceipt;
import org.electrongap.run.Store;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.electrongap.table.Zone;

/**
 * Publishes the out tables as report folders. An out table is one sorted Parquet file; the report is that very file, so
 * publishing needs no Spark and a report equals its table to the last bit.
 */
final class PublishJob {

    private static final String NAME = "publish";
    /** Reports of up to so many rows are read once for headline and page; larger ones each time, row by row. */
    private static final long KEPT_ROWS = 60_000;

    private static final String PAGE = "index.html";

    private final RunContext context;
    private final Chain chain;
    private final ReportFolders folders;
    private final Map<String, List<Map<String, Object>>> kept = new java.util.HashMap<>();

    PublishJob(RunContext context, Chain chain) {
        this.context = context;
        this.chain = chain;
        this.folders = new ReportFolders(context.environment().reports());
    }

    /**
     * Publishes what the steps computed; the manifest that readers of this day follow.
     *
     * @throws IllegalStateException when a step's tables do not belong to this day and these inputs
     */
    Manifest publish() {
        Instant startedAt = context.now();
        Duration start = context.elapsed();
        Ledger ledger = context.ledger().current();
        requireFresh(ledger);
        Optional<Manifest> before = folders.newest(context.run().asOf());
        Manifest manifest =
                before.filter(published -> isStill(published, ledger)).orElseGet(() -> stage(ledger, before));
        boolean published = before.filter(manifest::equals).isEmpty();
        boolean followed = folders.latest().filter(manifest::equals).isPresent() || folders.follow(manifest);
        if (!followed) {
            context.environment()
                    .progress()
                    .note("latest.json stays with a later day; this day's reports are in " + manifest.folder());
        }
        context.record(new StepRecord(
                NAME,
                published ? StepRecord.Status.DONE : StepRecord.Status.SKIPPED,
                published ? "results differ from what was published" : "the same results are published already",
                startedAt,
                context.since(start),
                rows(published ? manifest.reports() : new TreeMap<>()),
                ""));
        return manifest;
    }

    private void requireFresh(Ledger ledger) {
        List<String> stale = new ArrayList<>();
        for (Step step : chain.steps()) {
            if (ledger.step(step.name()).isPresent()) {
                chain.staleness(step, context.fingerprint(chain, step, ledger), ledger)
                        .ifPresent(reason -> stale.add(step.name() + " (" + reason + ")"));
            }
        }
        if (!stale.isEmpty()) {
            throw new IllegalStateException("the tables of " + String.join(", ", stale)
                    + " do not belong to these inputs and this day. Run those jobs first, or nightly, which does so.");
        }
    }

    /** Whether a manifest already names exactly the tables, inputs and rejections of now, so that nothing need be staged. */
    private boolean isStill(Manifest published, Ledger ledger) {
        return published.tables().equals(tables(ledger))
                && published.inputs().equals(inputs(ledger))
                && published.rejected().equals(rejected(ledger))
                && published.code().equals(context.run().build().code());
    }

    private Manifest stage(Ledger ledger, Optional<Manifest> before) {
        Store reports = context.environment().reports();
        String staging = ".staging-" + context.run().id();
        try {
            SortedMap<String, Manifest.Report> copied = copyReports(ledger, reports.folder(staging));
            Manifest draft = manifest(ledger, copied, staging, staging);
            if (before.filter(draft::hasSameResultAs).isPresent()) {
                return before.get();
            }
            context.ledger().confirm();
            String folder = folders.next(context.run().asOf());
            Manifest manifest = manifest(ledger, in(folder, copied), staging, folder);
            page(manifest, copied, staging).forEach(reports.folder(staging)::replace);
            reports.rename(staging, folder);
            reports.folder(folder).replace(Manifest.FILE, Json.text(manifest));
            return manifest;
        } finally {
            reports.delete(staging);
        }
    }

    private SortedMap<String, Manifest.Report> copyReports(Ledger ledger, Store staging) {
        SortedMap<String, Manifest.Report> reports = new TreeMap<>();
        for (StepReceipt receipt : receipts(ledger)) {
            receipt.tables().forEach((path, version) -> {
                TableName table = TableName.parse(path);
                reports.put(table.name(), copyReport(table, version, receipt, staging));
            });
        }
        return reports;
    }

    private Manifest.Report copyReport(TableName table, long version, StepReceipt receipt, Store staging) {
        Store source = context.environment().warehouse().folder(table.path());
        List<Manifest.File> files = new ArrayList<>();
        for (Delta.DataFile file : Delta.filesAddedBy(source, version)) {
            String name = table.name() + "/part-" + String.format("%05d", files.size()) + ".parquet";
            files.add(new Manifest.File(name, file.bytes(), staging.copy(source, file.path(), name)));
        }
        Contract contract = Contract.of(table);
        if (files.isEmpty()) {
            files.add(emptyFile(contract, table.name() + "/part-00000.parquet", staging));
        }
        return new Manifest.Report(
                table.name(),
                contract.title(),
                contract.description(),
                receipt.rows().get(table.path()),
                receipt.digest(table.path()).orElse(""),
                files,
                fields(contract));
    }

    private Manifest.File emptyFile(Contract contract, String name, Store staging) {
        EmptyReport.write(contract, staging, name, context.environment().configuration());
        return new Manifest.File(
                name, staging.bytes(name).map(bytes -> bytes.length).orElse(0), staging.hash(name));
    }

    static List<Manifest.Field> fields(Contract contract) {
        return contract.columns().stream()
                .map(column -> new Manifest.Field(
                        column.name(), column.type().schemaName(), column.unit(), column.description()))
                .toList();
    }

    private static SortedMap<String, Manifest.Report> in(String folder, SortedMap<String, Manifest.Report> reports) {
        SortedMap<String, Manifest.Report> placed = new TreeMap<>();
        reports.forEach((name, report) -> placed.put(
                name,
                new Manifest.Report(
                        folder + "/" + report.path(),
                        report.title(),
                        report.description(),
                        report.rows(),
                        report.digest(),
                        report.files().stream()
                                .map(file -> new Manifest.File(folder + "/" + file.path(), file.bytes(), file.sha256()))
                                .toList(),
                        report.schema())));
        return placed;
    }

    private Map<String, String> page(Manifest manifest, SortedMap<String, Manifest.Report> copied, String staging) {
        Published now = new Published(manifest, (report, keep) -> rowsOf(copied, staging, report, keep));
        PublishedReports published = new PublishedReports(context.environment());
        Optional<Published> before = folders.latest()
                .filter(earlier -> !earlier.status().equals(Manifest.OWN_SERIES))
                .map(earlier -> new Published(
                        earlier,
                        (report, keep) -> Optional.ofNullable(earlier.reports().get(report))
                                .map(found -> published.rows(found, keep, Long.MAX_VALUE))
                                .orElse(List.of())));
        return Page.files(new PageData(now, before, DataSets.terms(context.environment())));
    }

    private Manifest manifest(
            Ledger ledger, SortedMap<String, Manifest.Report> reports, String readFrom, String folder) {
        boolean complete = receipts(ledger).size() == chain.steps().size();
        String status = !ledger.rejections().isEmpty() ? "with_rejections" : complete ? "complete" : "partial";
        return new Manifest(
                Manifest.FORMAT,
                context.run().id(),
                context.run().asOf().toString(),
                folder,
                context.run().build().version(),
                context.run().build().code(),
                status,
                Relative.path(
                        context.environment().reports().uri(),
                        context.environment().warehouse().uri()),
                folder + "/" + PAGE,
                Headline.of((report, keep) -> rowsOf(reports, readFrom, report, keep)),
                rejected(ledger),
                inputs(ledger),
                context.environment().overrides().described(),
                reports,
                tables(ledger));
    }

    private List<Map<String, Object>> rowsOf(
            SortedMap<String, Manifest.Report> reports,
            String folder,
            String report,
            java.util.function.Predicate<Map<String, Object>> keep) {
        boolean isSmall = Optional.ofNullable(reports.get(report))
                .filter(found -> found.rows() <= KEPT_ROWS)
                .isPresent();
        return isSmall
                ? kept
                        .computeIfAbsent(folder + "/" + report, name -> read(reports, folder, report, row -> true))
                        .stream()
                        .filter(keep)
                        .toList()
                : read(reports, folder, report, keep);
    }

    private List<Map<String, Object>> read(
            SortedMap<String, Manifest.Report> reports,
            String folder,
            String report,
            java.util.function.Predicate<Map<String, Object>> keep) {
        Store root = context.environment().reports();
        return Optional.ofNullable(reports.get(report)).stream()
                .flatMap(found -> found.files().stream())
                .map(file -> folder + "/" + inFolder(file.path(), report))
                .flatMap(file ->
                        ReportRows.of(root.uri(file), context.environment().configuration(), keep, Long.MAX_VALUE)
                                .stream())
                .toList();
    }

    /** The path of a report's file below its folder, whichever folder the manifest names. */
    private static String inFolder(String path, String report) {
        return path.substring(path.lastIndexOf(report + "/"));
    }

    private List<StepReceipt> receipts(Ledger ledger) {
        return chain.steps().stream()
                .flatMap(step -> ledger.step(step.name()).stream())
                .toList();
    }

    private SortedMap<String, Manifest.Table> tables(Ledger ledger) {
        SortedMap<String, Manifest.Table> tables = new TreeMap<>();
        // Ops tables grow with every run, this one included: they are no part of what was published together.
        ledger.versions().forEach((path, version) -> {
            if (TableName.parse(path).zone() != Zone.OPS) {
                tables.put(path, new Manifest.Table(path, version));
            }
        });
        return tables;
    }

    private List<Manifest.Input> inputs(Ledger ledger) {
        List<Manifest.Input> inputs = new ArrayList<>();
        for (SliceReceipt slice : ledger.slices().values()) {
            slice.newestVisible(context.run().asOf())
                    .ifPresent(newest -> inputs.add(new Manifest.Input(
                            slice.dataset(),
                            slice.resource(),
                            slice.table(),
                            slice.slice(),
                            slice.file(),
                            slice.fileHash(),
                            newest.toString(),
                            slice.accepted())));
        }
        return inputs;
    }

    private List<Manifest.RejectedFile> rejected(Ledger ledger) {
        return ledger.rejections().stream()
                .map(rejection -> new Manifest.RejectedFile(rejection.dataset(), rejection.file(), rejection.faults()))
                .toList();
    }

    private static Map<String, Long> rows(SortedMap<String, Manifest.Report> reports) {
        Map<String, Long> rows = new TreeMap<>();
        reports.forEach((name, report) -> rows.put(name, report.rows()));
        return rows;
    }
}
