package org.electrongap.report.page;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.electrongap.report.Manifest;

/** The sentence with today's numbers that a box opens with; empty where a headline figure is missing. */
final class Answers {

    private final Map<String, Manifest.Figure> figures;
    private final Wording wording;

    Answers(Reports reports, Wording wording) {
        this.wording = wording;
        figures = reports.manifest().headline().stream()
                .collect(Collectors.toMap(Manifest.Figure::id, Function.identity(), (first, second) -> first));
    }

    /** What both systems added in the newest year. */
    String ofGap() {
        Optional<Manifest.Figure> china = figure("capacity_change_chn");
        Optional<Manifest.Figure> america = figure("capacity_change_usa");
        Optional<Manifest.Figure> ratio = figure("capacity_change_ratio");
        return china.isEmpty() || america.isEmpty() || ratio.isEmpty()
                ? ""
                : wording.text(
                                "gap.answer",
                                String.valueOf(china.get().year()),
                                value(china.get(), "GW"),
                                value(america.get(), "GW"),
                                value(ratio.get(), ""))
                        + " ";
    }

    /** The share with its interval and the probability of 8 %. */
    String ofShare(String denominator) {
        Optional<Manifest.Figure> share =
                figure("share_usa_2030").filter(known -> known.lower() != null && known.upper() != null);
        Optional<Manifest.Figure> chance = figure("probability_8_percent");
        return share.isEmpty() || chance.isEmpty()
                ? ""
                : wording.text(
                                "share.answer",
                                value(share.get(), "fraction"),
                                denominator,
                                wording.numbers()
                                        .interval(
                                                share.get().lower(), share.get().upper(), "fraction"),
                                value(chance.get(), "probability"))
                        + " ";
    }

    private Optional<Manifest.Figure> figure(String id) {
        return Optional.ofNullable(figures.get(id));
    }

    private String value(Manifest.Figure figure, String unit) {
        return wording.numbers().withUnit(figure.value(), unit);
    }
}
