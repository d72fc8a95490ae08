package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrongap.report.Manifest;

/** The numbers that answer the questions, each with its interval and denominator. */
final class HeadlineSection {

    private static final String ID = "headline";

    private HeadlineSection() {}

    static Section of(Manifest manifest, Wording wording) {
        if (manifest.headline().isEmpty()) {
            return Section.absent(ID, wording.text("headline.title"), wording.text("headline.none"));
        }
        List<Card> cards = new ArrayList<>();
        for (Manifest.Figure figure : manifest.headline()) {
            cards.add(card(figure, wording));
        }
        return new Section(
                ID,
                wording.text("headline.title"),
                wording.text("headline.lead", manifest.asOf()),
                "",
                cards,
                List.of(),
                List.of());
    }

    private static Card card(Manifest.Figure figure, Wording wording) {
        String label = label(figure, wording);
        List<String> details = new ArrayList<>();
        interval(figure, wording).ifPresent(details::add);
        if (!figure.denominator().isEmpty()) {
            details.add(
                    wording.text("headline.denominator", wording.texts().term("denominator", figure.denominator())));
        }
        Note note = new Note(label, figure.basis(), "", "", "");
        return wording.card(
                label, wording.numbers().withUnit(figure.value(), figure.unit()), String.join("; ", details), note);
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
