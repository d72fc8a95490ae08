package org.electrongap.job;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.electrongap.run.RunRecord;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Runs, steps and files as tables, made from the run records. */
final class OpsTables {

    static final TableName RUNS = TableName.ops("runs");
    static final TableName STEPS = TableName.ops("steps");
    static final TableName FILES = TableName.ops("files");

    private OpsTables() {}

    /** The rows that these records add to each ops table; tables without a row are left out. */
    static Map<TableName, Dataset<Row>> rows(SparkSession spark, List<RunRecord> records) {
        Map<TableName, List<Row>> rows = new LinkedHashMap<>();
        rows.put(RUNS, records.stream().map(OpsTables::run).toList());
        rows.put(
                STEPS,
                records.stream()
                        .flatMap(run -> run.steps().stream().map(step -> step(run, step)))
                        .toList());
        rows.put(
                FILES,
                records.stream()
                        .flatMap(run -> run.files().stream().map(file -> file(run, file)))
                        .toList());
        return rows.entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        table -> spark.createDataFrame(
                                table.getValue(), Contract.of(table.getKey()).schema())));
    }

    /** Of these rows of each ops table those of runs that a table of runs does not hold. */
    static Map<TableName, Dataset<Row>> without(Dataset<Row> runs, Map<TableName, Dataset<Row>> rows) {
        Map<TableName, Dataset<Row>> rest = new LinkedHashMap<>();
        rows.forEach((table, all) ->
                rest.put(table, all.join(runs, all.col("run_id").equalTo(runs.col("run_id")), "left_anti")));
        return rest;
    }

    private static Row run(RunRecord run) {
        return RowFactory.create(
                run.runId(),
                run.job(),
                Date.valueOf(LocalDate.parse(run.asOf())),
                run.status().equals("running") ? "interrupted" : run.status(),
                run.version(),
                run.code(),
                Timestamp.from(Instant.parse(run.startedAt())),
                run.seconds(),
                run.message());
    }

    private static Row step(RunRecord run, RunRecord.StepLine step) {
        return RowFactory.create(
                run.runId(),
                step.step(),
                step.status(),
                step.reason(),
                Timestamp.from(Instant.parse(step.startedAt())),
                step.seconds(),
                step.rows().values().stream().mapToLong(Long::longValue).sum(),
                step.fingerprint(),
                step.spent().tasks(),
                step.spent().taskSeconds(),
                step.spent().rowsRead(),
                step.spent().bytesRead(),
                step.spent().rowsWritten(),
                step.spent().bytesWritten(),
                step.spent().shuffleBytes(),
                step.spent().spilledBytes());
    }

    private static Row file(RunRecord run, RunRecord.FileLine file) {
        return RowFactory.create(
                run.runId(),
                file.dataset(),
                file.resource(),
                file.file(),
                file.fileHash(),
                file.table(),
                file.slice(),
                file.status(),
                file.read(),
                file.accepted(),
                file.quarantined(),
                file.duplicates(),
                file.setAside().values().stream().mapToLong(Long::longValue).sum(),
                file.setAside().entrySet().stream()
                        .map(rule -> rule.getKey() + "=" + rule.getValue())
                        .collect(Collectors.joining("; ")),
                String.join(" ", file.faults()),
                file.replacedHash());
    }
}
