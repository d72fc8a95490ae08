package org.electrongap.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What came: the publisher's own figure before our arithmetic. */
class ObservedLoadTest {

    private static final String LBNL = "Lawrence Berkeley National Laboratory";

    @Test
    void lineToAFigureOfOursIsOurs() {
        List<LoadFigure> edition = List.of(figure(2010, 67.3, "2016-06-01", "derived"), own(2014, 70, "2016-06-01"));

        assertThat(ObservedLoad.of(edition, LBNL, 2012).orElseThrow().isOurs()).isTrue();
        assertThat(ObservedLoad.of(edition, LBNL, 2014).orElseThrow().isOurs()).isFalse();
    }

    @Test
    void newerArithmeticDoesNotReplaceThePublishersOwnFigure() {
        List<LoadFigure> figures = List.of(own(2014, 70, "2016-06-01"), figure(2014, 58, "2024-12-20", "derived"));

        assertThat(ObservedLoad.of(figures, LBNL, 2014).orElseThrow().twh()).isEqualTo(70);
    }

    @Test
    void newerFigureOfThePublishersReplacesTheOlder() {
        List<LoadFigure> figures = List.of(own(2014, 70, "2016-06-01"), own(2014, 58, "2024-12-20"));

        assertThat(ObservedLoad.of(figures, LBNL, 2014).orElseThrow().twh()).isEqualTo(58);
    }

    private static LoadFigure own(int year, double twh, String published) {
        return figure(year, twh, published, "primary");
    }

    private static LoadFigure figure(int year, double twh, String published, String grade) {
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
                "site_meter",
                LBNL,
                "Report",
                published,
                LocalDate.parse(published),
                grade);
    }
}
