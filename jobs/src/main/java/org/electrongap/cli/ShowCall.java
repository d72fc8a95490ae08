package org.electrongap.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.electrongap.job.PublishedReports;
import org.electrongap.job.RunContext;
import org.electrongap.job.RunOutcome;
import org.electrongap.job.TableRows;
import org.electrongap.report.Manifest;
import org.electrongap.table.Column;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * Prints a report, a table, runs, quarantine or what changed; takes no lock, and starts Spark only for a table whose log has
 * been shortened.
 */
final class ShowCall {

    /** So many values of a column are told where none of them is the one that was asked for. */
    private static final int MOST_VALUES = 30;

    private static final String MORE = "There are more; --limit N shows more, --where fewer.";

    /** Columns of every core table, last in its contract. */
    private static final List<String> LINEAGE =
            List.of("slice", "source_file", "source_line", "file_hash", "run_id", "loaded_at");

    private final ShowCommand show;
    private final RunContext.Environment environment;
    private final PrintWriter out;

    ShowCall(ShowCommand show, RunContext.Environment environment, PrintWriter out) {
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
                return new ShownRuns(show, environment, out).print();
            }
            case "changes" -> new ShownChanges(show, environment, out).print();
            default -> print(View.named(what));
        }
        return new RunOutcome(RunOutcome.Kind.DONE, Optional.empty(), List.of(), List.of());
    }

    private void print(View view) {
        Optional<Manifest> manifest = manifest();
        boolean isReport = manifest.filter(found -> found.reports().containsKey(view.source()))
                .isPresent();
        Optional<TableName> table = isReport ? Optional.empty() : tableNamed(view.source());
        if (isReport) {
            report(view, manifest.orElseThrow());
        } else if (table.isPresent()) {
            table(view, table.get());
        } else {
            throw unknown(view.source(), manifest);
        }
    }

    private UsageException unknown(String what, Optional<Manifest> manifest) {
        if (manifest.isEmpty() && !what.contains("/")) {
            return new UsageException("nothing is published in " + show.shared.reports
                    + " yet; run electron-gap nightly, or name the folder with --reports");
        }
        TreeSet<String> names = new TreeSet<>(View.names());
        manifest.ifPresent(found -> names.addAll(found.reports().keySet()));
        names.addAll(new TableRows(environment).names());
        names.addAll(List.of("runs", "changes", "ddl"));
        return new UsageException("there is no report or table '" + what + "'" + Nearest.hint(what, names)
                + "; electron-gap show lists what there is");
    }

    private void contents() {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(
                row("share, gap, growth", null, "the headline share, the gap of two systems, how fast a system grows"));
        rows.add(row("changes", null, "what moved since the reports before, or --since a day"));
        rows.add(row("runs", null, "run, with how it ended"));
        rows.add(row("quarantine", null, "quarantined record"));
        rows.add(row("ddl", null, "statement for a metastore"));
        manifest()
                .ifPresent(found ->
                        found.reports().forEach((name, report) -> rows.add(row(name, report.rows(), report.title()))));
        new TableRows(environment)
                .names()
                .forEach(path -> rows.add(
                        row(path, null, Contract.of(TableName.parse(path)).title())));
        new Printed(List.of("show", "rows", "what a row is"), Map.of(), rows, Width.ofTerminal()).to(out, show.format);
        if (manifest().isEmpty() && show.format == ShowCommand.Format.table) {
            out.println("Nothing is published in " + show.shared.reports + " yet; run electron-gap nightly.");
        }
    }

    private static Map<String, Object> row(String show, Long rows, String what) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("show", show);
        row.put("rows", rows);
        row.put("what a row is", what);
        return row;
    }

    private void report(View view, Manifest manifest) {
        Manifest.Report report = manifest.reports().get(view.source());
        List<String> all = report.schema().stream().map(Manifest.Field::name).toList();
        Map<String, String> units = new HashMap<>();
        report.schema().forEach(field -> units.put(field.name(), field.unit()));
        List<String> numeric = report.schema().stream()
                .filter(field -> isNumeric(field.type()))
                .map(Manifest.Field::name)
                .toList();
        PublishedReports reports = new PublishedReports(environment);
        List<Map<String, Object>> rows = reports.rows(report, keep(view, all, numeric), atMost(view));
        Optional<Layout> layout =
                isLaidOut() && !rows.isEmpty() ? Layout.of(show.what, inOrder(view, rows)) : Optional.empty();
        layout.ifPresentOrElse(this::laidOut, () -> printed(view, all, units, rows));
        if (rows.isEmpty()) {
            tellWhatNoRowHas(() -> reports.rows(report, row -> true, Long.MAX_VALUE));
            if ("gap".equals(show.what) && isLaidOut()) {
                out.println(GapTable.NO_PAIR);
            }
        }
    }

    private boolean isLaidOut() {
        return show.columns.isEmpty() && show.format == ShowCommand.Format.table;
    }

    private void laidOut(Layout layout) {
        List<Map<String, Object>> rows = layout.rows();
        List<Map<String, Object>> shown = rows.stream().limit(show.limit).toList();
        new Printed(layout.columns(), Map.of(), shown, Width.ofTerminal()).to(out, show.format);
        if (rows.size() > shown.size()) {
            out.println(MORE);
        }
        layout.notes().stream()
                .flatMap(note -> Wrapped.lines(note, Width.ofTerminal()).stream())
                .forEach(out::println);
    }

    private static List<Map<String, Object>> inOrder(View view, List<Map<String, Object>> rows) {
        return rows.stream().sorted(view.byOrder().orElse((a, b) -> 0)).toList();
    }

    private void table(View view, TableName table) {
        List<String> all = Contract.of(table).columnNames();
        Map<String, String> units = new HashMap<>();
        Contract.of(table).columns().forEach(column -> units.put(column.name(), column.unit()));
        List<String> numeric = Contract.of(table).columns().stream()
                .filter(column -> isNumeric(column.type().schemaName()))
                .map(Column::name)
                .toList();
        Optional<List<Map<String, Object>>> rows =
                new TableRows(environment).of(table, keep(view, all, numeric), atMost(view));
        if (rows.isEmpty() && show.format == ShowCommand.Format.table) {
            out.println(table.path() + " holds nothing: no run has written a row of it in "
                    + environment.warehouse().uri() + ".");
            return;
        }
        printed(view, all, units, rows.orElse(List.of()));
        if (rows.orElse(List.of()).isEmpty()) {
            tellWhatNoRowHas(() -> new TableRows(environment)
                    .of(table, row -> true, Long.MAX_VALUE)
                    .orElse(List.of()));
        }
    }

    /** Of the conditions asked for, those that no row at all meets: most likely a name that is written otherwise. */
    private void tellWhatNoRowHas(Supplier<List<Map<String, Object>>> allRows) {
        if (show.format != ShowCommand.Format.table) {
            return;
        }
        show.where.stream()
                .flatMap(text -> Condition.parse(text).stream())
                .filter(Condition::isEquality)
                .forEach(condition -> {
                    TreeSet<String> values = new TreeSet<>();
                    allRows.get().stream()
                            .map(row -> row.get(condition.column()))
                            .filter(Objects::nonNull)
                            .forEach(value -> values.add(value.toString()));
                    if (!values.contains(condition.value())) {
                        out.println(noSuchValue(condition, values));
                    }
                });
    }

    private static String noSuchValue(Condition condition, Collection<String> values) {
        return "No row has " + condition.column() + " " + condition.value()
                + Countries.codeOf(condition.value())
                        .filter(values::contains)
                        .map(code -> "; did you mean '" + code + "'")
                        .orElseGet(() -> Nearest.hint(condition.value(), values))
                + (values.size() <= MOST_VALUES ? "; there are " + String.join(", ", values) : "") + ".";
    }

    /** All rows where they are to be sorted, else as many as are printed. */
    private long atMost(View view) {
        return view.byOrder().isPresent() ? Long.MAX_VALUE : show.limit + 1L;
    }

    private void printed(View view, List<String> all, Map<String, String> units, List<Map<String, Object>> rows) {
        List<Map<String, Object>> shown =
                inOrder(view, rows).stream().limit(show.limit).toList();
        Map<String, String> headings = new HashMap<>(units);
        headings.replaceAll((column, unit) -> unit.startsWith("see column") ? "" : unit);
        new Printed(columns(view, all), headings, shown, Width.ofTerminal()).to(out, show.format);
        if (show.format == ShowCommand.Format.table && rows.size() > shown.size()) {
            out.println(MORE);
        }
    }

    private List<String> columns(View view, List<String> all) {
        if (show.columns.isEmpty()) {
            // An older report may lack a column of its view.
            List<String> ofView = view.columns().stream().filter(all::contains).toList();
            return show.format != ShowCommand.Format.table ? all : ofView.isEmpty() ? withoutLineage(all) : ofView;
        }
        throwAll(show.columns.stream()
                .filter(column -> !all.contains(column))
                .map(column -> "--columns: there is no column '" + column + "'" + Nearest.hint(column, all)
                        + "; there are " + String.join(", ", all))
                .toList());
        return show.columns;
    }

    /** Which file and run a row came from is asked for by name. */
    private static List<String> withoutLineage(List<String> all) {
        return all.containsAll(LINEAGE)
                ? all.stream().filter(column -> !LINEAGE.contains(column)).toList()
                : all;
    }

    private static boolean isNumeric(String type) {
        return type.equals("number") || type.equals("integer");
    }

    private Predicate<Map<String, Object>> keep(View view, List<String> all, List<String> numeric) {
        columns(view, all);
        List<String> faults = new ArrayList<>();
        Predicate<Map<String, Object>> keep = row -> true;
        for (String text : view.conditions(show.where)) {
            Optional<Condition> condition = Condition.parse(text);
            if (condition.isEmpty()) {
                faults.add(
                        "--where '" + text + "' is not of the form 'COLUMN OP VALUE', as 'year >= 2020'; OP is one of"
                                + " = != < <= > >= ~ (contains) in (one of A,B)");
            } else if (numeric.contains(condition.get().column())
                    && !condition.get().comparesNumbers()) {
                faults.add("--where '" + text + "': " + condition.get().column() + " holds numbers, and '"
                        + condition.get().value() + "' is none");
            } else if (all.contains(condition.get().column())) {
                keep = keep.and(condition.get());
            } else if (show.where.contains(text)) {
                String column = condition.get().column();
                faults.add("--where '" + text + "': there is no column '" + column + "'" + Nearest.hint(column, all)
                        + "; there are " + String.join(", ", all));
            }
        }
        throwAll(faults);
        return keep;
    }

    private static void throwAll(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new UsageException(String.join(System.lineSeparator() + "electron-gap: ", faults));
        }
    }

    private Optional<Manifest> manifest() {
        PublishedReports published = new PublishedReports(environment);
        return show.shared.asOf == null ? published.latest() : published.of(show.shared.asOf);
    }

    /** A table by its path, or by its name alone where one zone only has it. */
    private Optional<TableName> tableNamed(String what) {
        List<String> paths = what.contains("/")
                ? List.of(what)
                : new TableRows(environment)
                        .names().stream()
                                .filter(path -> path.endsWith("/" + what))
                                .toList();
        try {
            Optional<TableName> table =
                    paths.size() == 1 ? Optional.of(TableName.parse(paths.get(0))) : Optional.empty();
            table.ifPresent(Contract::of);
            return table;
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the caller tells what there is
        }
    }
}
