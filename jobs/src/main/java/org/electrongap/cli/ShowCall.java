package org.electrongap.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.electrongap.job.PublishedReports;
import org.electrongap.job.RunContext;
import org.electrongap.job.RunOutcome;
import org.electrongap.job.TableRows;
import org.electrongap.report.Manifest;
import org.electrongap.run.RunRecord;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Prints a report, a table, runs or quarantine; takes no lock, and starts Spark only for tables. */
final class ShowCall {

    private final Commands.Show show;
    private final RunContext.Environment environment;
    private final PrintWriter out;

    ShowCall(Commands.Show show, RunContext.Environment environment, PrintWriter out) {
        this.show = show;
        this.environment = environment;
        this.out = out;
    }

    RunOutcome run() {
        String what = show.what == null ? "" : show.what;
        switch (what) {
            case "" -> contents();
            case "ddl" -> new TableRows(environment).ddl().forEach(out::println);
            case "runs" -> {
                return runs();
            }
            case "quarantine" -> table(TableName.ops("quarantine"));
            default -> {
                if (what.contains("/")) {
                    table(tableNamed(what));
                } else {
                    report(View.named(what));
                }
            }
        }
        return done(RunOutcome.Kind.DONE);
    }

    private void contents() {
        Optional<Manifest> manifest = manifest();
        List<Map<String, Object>> rows = new ArrayList<>();
        manifest.ifPresent(found -> found.reports()
                .forEach((name, report) ->
                        rows.add(row("show", name, "rows", report.rows(), "what a row is", report.title()))));
        new TableRows(environment)
                .names()
                .forEach(path -> rows.add(row(
                        "show",
                        path,
                        "rows",
                        null,
                        "what a row is",
                        Contract.of(TableName.parse(path)).title())));
        rows.add(row("show", "runs", "rows", null, "what a row is", "run, with how it ended"));
        rows.add(row("show", "ddl", "rows", null, "what a row is", "statement for a metastore"));
        new Printed(List.of("show", "rows", "what a row is"), Map.of(), rows).to(out, show.format);
    }

    private void report(View view) {
        Manifest manifest = manifest()
                .orElseThrow(() -> new UsageException("nothing is published in " + show.shared.reports
                        + " yet; run electron-gap nightly, or name the folder with --reports"));
        Manifest.Report report = Optional.ofNullable(manifest.reports().get(view.report()))
                .orElseThrow(() -> new UsageException("there is no report '" + view.report() + "'; there are "
                        + String.join(", ", new TreeSet<>(manifest.reports().keySet()))));
        List<String> all = report.schema().stream().map(Manifest.Field::name).toList();
        List<String> texts = new ArrayList<>(show.where.isEmpty() ? view.conditions() : show.where);
        Predicate<Map<String, Object>> keep = conditions(texts, all).stream()
                .map(condition -> (Predicate<Map<String, Object>>) condition)
                .reduce(row -> true, Predicate::and);
        List<Map<String, Object>> rows = new PublishedReports(environment).rows(report, keep, show.limit);
        Map<String, String> units = new HashMap<>();
        report.schema().forEach(field -> units.put(field.name(), field.unit()));
        new Printed(view.columns().isEmpty() ? all : view.columns(), units, rows).to(out, show.format);
    }

    private Optional<Manifest> manifest() {
        PublishedReports published = new PublishedReports(environment);
        return show.shared.asOf == null ? published.latest() : published.of(show.shared.asOf);
    }

    private void table(TableName table) {
        List<String> all = Contract.of(table).columnNames();
        List<Condition> conditions = conditions(show.where, all);
        List<Map<String, Object>> rows =
                new TableRows(environment).of(table, dataset -> narrowed(dataset, conditions), show.limit);
        Map<String, String> units = new HashMap<>();
        Contract.of(table).columns().forEach(column -> units.put(column.name(), column.unit()));
        new Printed(all, units, rows).to(out, show.format);
    }

    private static Dataset<Row> narrowed(Dataset<Row> rows, List<Condition> conditions) {
        Dataset<Row> narrowed = rows;
        for (Condition condition : conditions) {
            StructField field = rows.schema().apply(condition.column());
            narrowed = narrowed.where(column(condition, lit(condition.value()).cast(field.dataType())));
        }
        return narrowed;
    }

    private static Column column(Condition condition, Column value) {
        Column cell = col(condition.column());
        return switch (condition.operator()) {
            case "!=" -> cell.notEqual(value);
            case "<" -> cell.lt(value);
            case "<=" -> cell.leq(value);
            case ">" -> cell.gt(value);
            case ">=" -> cell.geq(value);
            case "~" -> cell.cast("string").contains(condition.value());
            default -> cell.equalTo(value);
        };
    }

    private List<Condition> conditions(List<String> texts, List<String> columns) {
        List<String> faults = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (String text : texts) {
            Optional<Condition> condition = Condition.parse(text);
            if (condition.isEmpty()) {
                faults.add("--where '" + text + "' is not of the form 'COLUMN OP VALUE', as 'year >= 2020'");
            } else if (!columns.contains(condition.get().column())) {
                faults.add("--where '" + text + "': there is no column '"
                        + condition.get().column() + "'; there are " + String.join(", ", columns));
            } else {
                conditions.add(condition.get());
            }
        }
        if (!faults.isEmpty()) {
            throw new UsageException(String.join(System.lineSeparator() + "electron-gap: ", faults));
        }
        return conditions;
    }

    private RunOutcome runs() {
        List<RunRecord> runs = new ArrayList<>(RunRecord.all(environment.warehouse()));
        java.util.Collections.reverse(runs);
        List<Map<String, Object>> rows = runs.stream()
                .limit(show.limit)
                .map(run -> row(
                        "run_id", run.runId(),
                        "job", run.job(),
                        "as_of", run.asOf(),
                        "status", run.status(),
                        "started_at", run.startedAt(),
                        "seconds", run.seconds(),
                        "message", run.message()))
                .toList();
        new Printed(
                        List.of("run_id", "job", "as_of", "status", "started_at", "seconds", "message"),
                        Map.of("seconds", "s"),
                        rows)
                .to(out, show.format);
        return done(isExpectationMet(runs) ? RunOutcome.Kind.DONE : RunOutcome.Kind.FAILED_CHECK);
    }

    private boolean isExpectationMet(List<RunRecord> runs) {
        if (show.expect == null) {
            return true;
        }
        Instant earliest = environment.run().startedAt().minus(show.expect);
        boolean met = runs.stream()
                .filter(run -> run.job().equals("nightly"))
                .filter(run -> run.status().equals("done") || run.status().equals("nothing_to_do"))
                .anyMatch(run -> !Instant.parse(run.startedAt()).isBefore(earliest));
        if (!met) {
            out.println("No nightly run has succeeded since " + earliest + ".");
        }
        return met;
    }

    private static TableName tableNamed(String path) {
        try {
            TableName table = TableName.parse(path);
            Contract.of(table);
            return table;
        } catch (IllegalArgumentException e) {
            throw new UsageException("there is no table '" + path + "'; electron-gap show lists what there is");
        }
    }

    private static Map<String, Object> row(Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put((String) cells[i], cells[i + 1]);
        }
        return row;
    }

    private static RunOutcome done(RunOutcome.Kind kind) {
        return new RunOutcome(kind, Optional.empty(), List.of(), List.of());
    }
}
