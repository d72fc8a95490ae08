package org.electrongap.job;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.electrongap.forecast.OwnSeries;
import org.electrongap.report.Manifest;
import org.electrongap.run.Json;
import org.electrongap.run.Store;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * Forecasts of a user's own series, published as a report folder of their own; needs no warehouse. Readers of the nightly
 * reports are not led to it: {@code latest.json} stays where it is, unless there is none yet.
 */
final class OwnForecasts {

    private static final TableName FORECASTS = TableName.out("forecasts");

    private final RunContext.Environment environment;

    OwnForecasts(RunContext.Environment environment) {
        this.environment = environment;
    }

    RunOutcome publish(String file, int horizon, List<Double> levelsPercent) {
        OwnSeries own = OwnSeries.of(columnsOf(file));
        List<String> faults = own.faults();
        if (!faults.isEmpty()) {
            throw new InputRejectedException(file + ": rejected." + System.lineSeparator() + "  "
                    + String.join(System.lineSeparator() + "  ", faults));
        }
        Dataset<Row> series = own.series().persist(StorageLevel.MEMORY_AND_DISK());
        List<Double> levels =
                levelsPercent.stream().map(level -> level / 100).sorted().toList();
        String staging = ".staging-" + environment.run().id();
        try {
            return published(OwnSeries.forecasts(series, horizon, levels), staging);
        } finally {
            environment.reports().delete(staging);
            series.unpersist(false);
        }
    }

    private Dataset<Row> columnsOf(String file) {
        Dataset<Row> rows = OwnFile.read(environment.spark().get(), file);
        List<String> present = List.of(rows.columns());
        List<String> missing = OwnSeries.COLUMNS.stream()
                .filter(column -> !present.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new InputRejectedException(file + ": columns " + missing + " are missing; it has " + present
                    + ", it needs " + OwnSeries.COLUMNS + "; rename them in its header");
        }
        return rows;
    }

    private RunOutcome published(Dataset<Row> forecasts, String staging) {
        Store reports = environment.reports();
        forecasts
                .repartitionByRange(functions.col("series_id"))
                .sortWithinPartitions("series_id", "model", "target_period", "quantile")
                .write()
                .parquet(reports.uri(staging + "/forecasts"));
        ReportFolders folders = new ReportFolders(reports);
        String folder = folders.next(environment.run().asOf());
        reports.rename(staging, folder);
        long rows = environment
                .spark()
                .get()
                .read()
                .parquet(reports.uri(folder + "/forecasts"))
                .count();
        Manifest manifest = manifest(folder, rows);
        reports.folder(folder).replace(Manifest.FILE, Json.text(manifest));
        if (folders.latest().isEmpty()) {
            folders.follow(manifest);
        }
        return new RunOutcome(
                RunOutcome.Kind.DONE,
                Optional.of(manifest),
                List.of(),
                List.of(String.format(Locale.ROOT, "%,d rows of forecasts", rows)));
    }

    private Manifest manifest(String folder, long rows) {
        Contract contract = Contract.of(FORECASTS);
        Store store = environment.reports().folder(folder).folder("forecasts");
        List<Manifest.File> files = store.entries().stream()
                .filter(file -> file.name().endsWith(".parquet"))
                .map(file ->
                        new Manifest.File(folder + "/forecasts/" + file.name(), file.bytes(), store.hash(file.name())))
                .toList();
        Manifest.Report report = new Manifest.Report(
                folder + "/forecasts",
                contract.title(),
                contract.description(),
                rows,
                "",
                files,
                PublishJob.fields(contract));
        return new Manifest(
                Manifest.FORMAT,
                environment.run().id(),
                environment.run().asOf().toString(),
                folder,
                environment.run().build().version(),
                environment.run().build().code(),
                Manifest.OWN_SERIES,
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of("forecasts", report)),
                new TreeMap<>());
    }
}
