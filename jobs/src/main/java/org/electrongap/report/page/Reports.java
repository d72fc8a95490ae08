package org.electrongap.report.page;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.electrongap.report.Manifest;

/** The rows that the page needs, each report read once for all languages. */
final class Reports {

    private static final Map<String, Predicate<ReportRow>> KEPT = Map.of(
            "comparisons",
                    row -> row.is("region_a", "USA") && row.is("region_b", "CHN") && row.is("technology", "total"),
            "load_share", row -> row.is("region", "USA") && row.is("scenario", "base"),
            "share_probabilities", row -> row.is("region", "USA") && row.is("scenario", "base"),
            "published_comparison", row -> row.is("region", "USA"),
            "share_backtest", row -> row.is("region", "USA"),
            "share_editions", row -> row.is("region", "USA"),
            "sensitivities", row -> row.is("region", "USA"));

    private final Published published;
    private final Map<String, List<ReportRow>> read = new ConcurrentHashMap<>();

    Reports(Published published) {
        this.published = published;
    }

    Manifest manifest() {
        return published.manifest();
    }

    /** Whether a report was published. */
    boolean has(String report) {
        return manifest().reports().containsKey(report);
    }

    /** The rows of a report that a condition keeps; none where it was not published. */
    List<ReportRow> rows(String report, Predicate<ReportRow> keep) {
        return read.computeIfAbsent(report, this::read).stream().filter(keep).toList();
    }

    private List<ReportRow> read(String report) {
        if (!has(report)) {
            return List.of();
        }
        Predicate<ReportRow> kept = KEPT.getOrDefault(report, row -> true);
        return published.rows().apply(report, cells -> kept.test(new ReportRow(cells))).stream()
                .map(ReportRow::new)
                .toList();
    }
}
