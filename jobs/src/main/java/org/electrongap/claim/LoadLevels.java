package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Levels of data-centre load: energy, power or share, past and published forecasts, every publisher apart. */
final class LoadLevels {

    private final EvidenceIndex index;

    LoadLevels(EvidenceIndex index) {
        this.index = index;
    }

    List<Level> of(String region) {
        List<Level> levels = new ArrayList<>();
        for (Figure figure : index.loads(region)) {
            OptionalInt year = figure.year();
            if (year.isPresent() && !figure.quantity().startsWith("growth")) {
                levels.add(level(figure, year.getAsInt()));
            }
        }
        return levels;
    }

    private static Level level(Figure figure, int year) {
        return new Level(
                Measure.DATACENTER_LOAD,
                Basis.UNNAMED,
                figure.scope(),
                figure.region(),
                year,
                figure.value().times(figure.unit().factor()),
                figure.unit().dimension(),
                figure.source() + "|" + figure.edition(),
                describe(figure),
                List.of(figure));
    }

    static String describe(Figure figure) {
        String scope = switch (figure.scope()) {
            case "all" -> "all data centres";
            case "ai_only" -> "AI servers only";
            default -> "data centres, " + figure.scope().replace('_', ' ');
        };
        return figure.valueText() + " in " + figure.period() + ", " + scope
                + (figure.kind().isEmpty() ? "" : ", " + figure.kind()) + " (" + figure.citation() + ")";
    }
}
