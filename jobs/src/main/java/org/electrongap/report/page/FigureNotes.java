package org.electrongap.report.page;

import java.util.Map;
import java.util.Optional;
import org.electrongap.report.Manifest;

/** Where a headline figure comes from: what the row of the report that holds it says. */
final class FigureNotes {

    /** The metric of the comparisons that a figure's id begins with. */
    private static final Map<String, String> METRICS =
            Map.of("capacity", "capacity_gw", "generation", "generation_twh");

    /** The measure of the comparisons that the rest of a figure's id names. */
    private static final Map<String, String> MEASURES = Map.of(
            "usa", "level_a",
            "chn", "level_b",
            "change_usa", "net_change_a",
            "change_chn", "net_change_b",
            "change_ratio", "net_change_ratio",
            "gap", "gap",
            "gap_change", "gap_change");

    private final Reports reports;
    private final Wording wording;

    FigureNotes(Reports reports, Wording wording) {
        this.reports = reports;
        this.wording = wording;
    }

    /** The note of a figure of the manifest of these reports; of a figure without a row, what the manifest says of it. */
    Note of(Manifest.Figure figure) {
        return ofPair(figure)
                .or(() -> ofShare(figure))
                .orElseGet(() -> new Note(label(figure), figure.basis(), "", "", ""));
    }

    private Optional<Note> ofPair(Manifest.Figure figure) {
        String[] id = figure.id().split("_", 2);
        if (id.length < 2 || !METRICS.containsKey(id[0]) || !MEASURES.containsKey(id[1])) {
            return Optional.empty();
        }
        ComparisonNotes notes = new ComparisonNotes(reports, wording);
        return reports
                .rows(
                        "comparisons",
                        row -> row.is("metric", METRICS.get(id[0]))
                                && row.is("measure", MEASURES.get(id[1]))
                                && row.whole("year").orElse(0) == figure.year()
                                && row.isTrue("preferred"))
                .stream()
                .findFirst()
                .map(row -> notes.of(label(figure), row));
    }

    private Optional<Note> ofShare(Manifest.Figure figure) {
        String report = switch (figure.unit()) {
            case "fraction" -> "load_share";
            case "probability" -> "share_probabilities";
            default -> "";
        };
        return reports
                .rows(
                        report,
                        row -> row.isTrue("is_headline")
                                && row.whole("target_year").orElse(0) == figure.year())
                .stream()
                .findFirst()
                .map(row -> ShareSection.note(label(figure) + "; ", row, reports, wording));
    }

    private String label(Manifest.Figure figure) {
        return HeadlineSection.label(figure, wording);
    }
}
