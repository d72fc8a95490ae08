package org.electrongap.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.electrongap.table.SourceOrder;
import org.junit.jupiter.api.Test;

class LoadHistoryTest {

    private static final String LBNL = "Lawrence Berkeley National Laboratory";

    @Test
    void ourArithmeticStaysOutWhereThePublishersFiguresSuffice() {
        LoadHistory history = LoadHistory.of(
                        evidence(
                                figure(LBNL, 2014, 58, "secondary"),
                                figure(LBNL, 2018, 76, "secondary"),
                                figure(LBNL, 2020, 90, "derived"),
                                figure(LBNL, 2023, 176, "secondary")),
                        "USA")
                .orElseThrow();
        assertThat(history.years()).as("years").containsExactly(2014, 2018, 2023);
        assertThat(history.ours()).as("ours").isEmpty();
    }

    @Test
    void ourArithmeticStandsInWhereTheyAreTooFewAndIsNamed() {
        LoadHistory history = LoadHistory.of(
                        evidence(
                                figure(LBNL, 2014, 58, "secondary"),
                                figure(LBNL, 2020, 90, "derived"),
                                figure(LBNL, 2023, 176, "secondary")),
                        "USA")
                .orElseThrow();
        assertThat(history.years()).as("years").containsExactly(2014, 2020, 2023);
        assertThat(history.ours()).as("ours").containsExactly(2020);
    }

    @Test
    void publisherThatTheOrderOfSourcesPrefersComesBeforeANewerOne() {
        Evidence evidence = evidence(
                figure(LBNL, 2014, 58, "secondary"),
                figure(LBNL, 2018, 76, "secondary"),
                figure(LBNL, 2023, 176, "secondary"),
                figure("Somebody", 2022, 130, "secondary"),
                figure("Somebody", 2023, 150, "secondary"),
                figure("Somebody", 2024, 170, "secondary"));
        assertThat(LoadHistory.of(evidence, "USA").orElseThrow().publisher()).isEqualTo(LBNL);
        assertThat(LoadHistory.newestEstimate(evidence, "USA").orElseThrow().year())
                .as("newest of the preferred publisher")
                .isEqualTo(2023);
    }

    private static Evidence evidence(LoadFigure... figures) {
        List<LoadFigure> loads = Stream.of(figures).toList();
        return new Evidence(
                loads,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                SourceOrder.bundled());
    }

    private static LoadFigure figure(String publisher, int year, double twh, String grade) {
        LocalDate published = publisher.equals(LBNL) ? LocalDate.parse("2024-12-20") : LocalDate.parse("2025-06-01");
        return new LoadFigure(
                "USA",
                year,
                LoadFigure.Quantity.DATACENTER_TWH,
                LoadFigure.ESTIMATE,
                "base",
                "all",
                OptionalDouble.empty(),
                OptionalDouble.of(twh),
                OptionalDouble.empty(),
                "as_published",
                publisher,
                "Report",
                published.toString(),
                published,
                grade);
    }
}
