package org.electrongap.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.electrongap.share.LoadFigure.Quantity;
import org.electrongap.statistics.Outcome;
import org.electrongap.table.Column;
import org.electrongap.table.Contract;
import org.electrongap.table.SourceOrder;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;

/** What the rows of one publisher say of each other. */
class PublishedComparisonTest {

    @Test
    void powerWithoutANumberBesideItsTwhIsNoFault() {
        List<Object[]> rows = rows(
                figure(Quantity.POWER_GW, "high", OptionalDouble.empty()),
                figure(Quantity.DATACENTER_TWH, "high", OptionalDouble.of(500)));

        assertThat(rows).hasSize(2);
    }

    @Test
    void scenariosAreNamedAlikeUpToTheEndOfAWord() {
        assertThat(implied("high", "higher")).as("high and higher").isNull();
        assertThat(implied("", "higher")).as("no name").isNull();
        assertThat(implied("reference", "reference and range"))
                .as("the point of a range")
                .isEqualTo(5000.0);
        assertThat(implied("high", "high")).as("one name").isEqualTo(5000.0);
    }

    /** The total that a share of 10 % implies beside 500 TWh of another row. */
    private static Object implied(String ofShare, String ofTwh) {
        return rows(
                        figure(Quantity.SHARE, ofShare, OptionalDouble.of(.1)),
                        figure(Quantity.DATACENTER_TWH, ofTwh, OptionalDouble.of(500)))
                .get(0)[place("implied_denominator_twh")];
    }

    private static List<Object[]> rows(LoadFigure... forecasts) {
        Evidence evidence = new Evidence(
                List.of(),
                List.of(forecasts),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                SourceOrder.bundled());
        return LoadShare.tables(
                        evidence,
                        new LoadShareInputs.Request(LocalDate.of(2026, 11, 22), List.of(), List.of(), 1, 200),
                        (years, y) -> Outcome.refused("no history"))
                .publishedComparison();
    }

    private static int place(String column) {
        return Contract.of(TableName.out("published_comparison")).columns().stream()
                .map(Column::name)
                .toList()
                .indexOf(column);
    }

    private static LoadFigure figure(Quantity quantity, String scenario, OptionalDouble mid) {
        return new LoadFigure(
                "USA",
                2030,
                quantity,
                "forecast",
                scenario,
                "all",
                OptionalDouble.empty(),
                mid,
                OptionalDouble.empty(),
                "as_published",
                "EPRI",
                "Report",
                "2026-02-26",
                LocalDate.parse("2026-02-26"),
                "primary");
    }
}
