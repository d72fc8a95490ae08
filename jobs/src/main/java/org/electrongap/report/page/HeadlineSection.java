package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.electrongap.report.Manifest;

/** The numbers that answer the questions, each with its interval and denominator. */
final class HeadlineSection {

    private static final String ID = "headline";

    /** The figures that answer, the first ones large; the others of the manifest stand with the gap. */
    private static final List<String> ANSWERS = List.of(
            "share_usa_2030",
            "probability_8_percent",
            "capacity_change_ratio",
            "capacity_gap",
            "generation_change_ratio",
            "generation_gap");

    private static final int LARGE = 2;

    private HeadlineSection() {}

    static Section of(Reports reports, Wording wording) {
        Manifest manifest = reports.manifest();
        if (manifest.headline().isEmpty()) {
            return Section.absent(ID, wording.text("headline.title"), wording.text("headline.none"));
        }
        List<Card> cards = new ArrayList<>();
        manifest.headline().stream()
                .filter(HeadlineSection::answers)
                .sorted(Comparator.comparingInt(figure -> ANSWERS.indexOf(figure.id())))
                .forEach(figure -> cards.add(card(figure, reports, wording)));
        return new Section(
                ID,
                wording.text("headline.title"),
                wording.text("headline.lead", manifest.asOf()),
                "",
                cards,
                List.of(),
                List.of());
    }

    /** Whether a figure stands in this box. */
    static boolean answers(Manifest.Figure figure) {
        return ANSWERS.contains(figure.id());
    }

    /** A figure of the manifest with its interval, denominator and note. */
    static Card card(Manifest.Figure figure, Reports reports, Wording wording) {
        List<String> details = new ArrayList<>();
        interval(figure, wording).ifPresent(details::add);
        if (!figure.denominator().isEmpty()) {
            details.add(wording.text("headline.denominator", wording.texts().orElse("figure.denominator", "")));
        }
        int rank = ANSWERS.indexOf(figure.id());
        return wording.card(
                label(figure, wording),
                wording.numbers().withUnit(figure.value(), figure.unit().equals("ratio") ? "×" : figure.unit()),
                String.join("; ", details),
                new FigureNotes(reports, wording).of(figure),
                rank >= 0 && rank < LARGE ? "large" : "");
    }

    /** What a headline figure is called: our word for its id, or its own label. */
    static String label(Manifest.Figure figure, Wording wording) {
        String key = "figure." + figure.id();
        return wording.texts().orElse(key, "").isEmpty()
                ? figure.label()
                : wording.text(key, String.valueOf(figure.year()));
    }

    private static Optional<String> interval(Manifest.Figure figure, Wording wording) {
        if (figure.lower() == null || figure.upper() == null) {
            return Optional.empty();
        }
        String interval = wording.numbers().interval(figure.lower(), figure.upper(), figure.unit());
        return Optional.of(
                figure.level() == null
                        ? wording.text("interval", interval)
                        : wording.text("interval.level", wording.numbers().wholePercent(figure.level()), interval));
    }
}
