package org.electrongap.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.electrongap.table.SourceOrder;
import org.junit.jupiter.api.Test;

/** Margins of two countries stand on one basis, or are refused. */
class AdequacyTest {

    private static final String IRENA = "IRENA Renewable Capacity Statistics";
    private static final List<String> BOTH = List.of("USA", "CHN");

    @Test
    void oneBasisOfASourceIsReadAndNotTheSumOfTwo() {
        List<CapacityFigure> figures = new ArrayList<>(capacity("USA", "EIA-860", "nameplate", 60));
        figures.addAll(capacity("USA", "EIA-860", "net_summer", 50));
        figures.addAll(capacity("CHN", "EIA-860", "net_summer", 150));

        CapacityBasis basis = CapacityBasis.common(evidence(figures), BOTH).orElseThrow();

        assertThat(basis).isEqualTo(new CapacityBasis("EIA-860", "net_summer"));
        assertThat(basis.newest(evidence(figures), "USA"))
                .extracting(CapacityFigure::gw)
                .containsOnly(50.0);
    }

    @Test
    void preferredSourceThatOneCountryLacksGivesWayToOneThatBothHave() {
        List<CapacityFigure> figures = new ArrayList<>(capacity("USA", IRENA, "year_end_installed", 50));
        figures.addAll(capacity("USA", "Ember", "year_end_installed", 51));
        figures.addAll(capacity("CHN", "Ember", "year_end_installed", 150));
        figures.addAll(capacity("CHN", "Another", "year_end_installed", 151));

        assertThat(CapacityBasis.common(evidence(figures), BOTH).orElseThrow().source())
                .isEqualTo("Ember");
        assertThat(CapacityBasis.common(evidence(figures), List.of("USA"))
                        .orElseThrow()
                        .source())
                .as("alone, the preferred")
                .isEqualTo(IRENA);
    }

    @Test
    void withoutACommonBasisThereIsNoMargin() {
        List<CapacityFigure> figures = new ArrayList<>(capacity("USA", "EIA-860", "nameplate", 60));
        figures.addAll(capacity("CHN", "EIA-860", "net_summer", 150));

        assertThat(CapacityBasis.common(evidence(figures), BOTH).reason())
                .contains("no source has the capacity of CHN, USA on one basis");
    }

    @Test
    void editionsThatAreWrittenAlikeAreNotMixed() {
        List<CapacityFigure> figures = new ArrayList<>(capacity("USA", IRENA, "year_end_installed", 50));
        figures.add(new CapacityFigure(
                "USA", 2022, "gas", 40, "year_end_installed", IRENA, "2025-03", LocalDate.parse("2025-03-20")));

        CapacityBasis basis =
                CapacityBasis.common(evidence(figures), List.of("USA")).orElseThrow();

        assertThat(basis.newest(evidence(figures), "USA"))
                .extracting(CapacityFigure::year)
                .containsExactly(2023, 2024);
    }

    private static List<CapacityFigure> capacity(String region, String source, String basis, double gw) {
        return Stream.of(2023, 2024)
                .map(year -> new CapacityFigure(
                        region, year, "gas", gw, basis, source, "2025-03", LocalDate.parse("2025-03-31")))
                .toList();
    }

    private static Evidence evidence(List<CapacityFigure> capacity) {
        return new Evidence(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                capacity,
                List.of(),
                List.of(),
                SourceOrder.bundled());
    }
}
