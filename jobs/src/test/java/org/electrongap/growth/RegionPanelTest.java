package org.electrongap.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionPanelTest {

    private static List<Series> panel(List<Cell> cells, Annotation... notes) {
        return RegionPanel.of("AAA", Metric.CAPACITY_GW, cells, new Annotations(List.of(notes)));
    }

    private static List<Cell> years(String technology, int firstYear, double... values) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            cells.add(Given.cell("AAA", technology, firstYear + i, values[i]));
        }
        return cells;
    }

    @SafeVarargs
    private static List<Cell> all(List<Cell>... parts) {
        List<Cell> cells = new ArrayList<>();
        for (List<Cell> part : parts) {
            cells.addAll(part);
        }
        return cells;
    }

    @Test
    void totalsAreSumsOfLeavesWithoutDoubleCounting() {
        List<Series> panel = panel(all(
                years("coal", 2020, 10, 11),
                years("fossil_other", 2020, 1, 2),
                years("wind_onshore", 2020, 5, 6),
                years("wind_offshore", 2020, 1, 2),
                years("pumped_storage", 2020, 3, 4),
                years("storage", 2020, 7, 9)));

        assertThat(Given.of(panel, "wind").at(2021).orElseThrow().level()).isEqualTo(8);
        assertThat(Given.of(panel, "fossil").at(2021).orElseThrow().level()).isEqualTo(13);
        assertThat(Given.of(panel, "renewable").at(2021).orElseThrow().level())
                .as("pumped storage is no renewable")
                .isEqualTo(8);
        assertThat(Given.of(panel, "total").at(2021).orElseThrow().level())
                .as("batteries are in no total")
                .isEqualTo(25);
        assertThat(Given.of(panel, "total").derivation()).isEqualTo(Series.Derivation.SUM_OF_LEAVES);
    }

    @Test
    void aTotalThatTheSourceStatesIsTakenAsStated() {
        List<Series> panel = panel(all(years("total", 2020, 100, 110), years("coal", 2020, 10, 11)));

        assertThat(Given.of(panel, "total").at(2021).orElseThrow().level()).isEqualTo(110);
        assertThat(Given.of(panel, "total").derivation()).isEqualTo(Series.Derivation.SOURCE);
    }

    @Test
    void aBigTechnologyMissingInTheLastYearIsNoFall() {
        List<Series> panel =
                panel(all(years("coal", 2019, 50, 51), years("gas", 2019, 40, 41, 42), years("solar", 2019, 5, 6, 7)));

        Point last = Given.of(panel, "total").at(2021).orElseThrow();

        assertThat(last.value()).as("no total without coal").isEmpty();
        assertThat(last.status()).isEqualTo(Status.PARTIAL);
        assertThat(last.coverage()).isCloseTo(49.0 / 98, within(1e-12));
        Estimate change = Given.measure(Given.of(panel, "total"), "net_change", 2021);
        assertThat(change.value()).isEmpty();
        assertThat(change.status()).isEqualTo(Status.PARTIAL);
    }

    @Test
    void aFleetThatMovedUnderAnotherNameKeepsTheTotal() {
        List<Series> panel = panel(all(years("fossil_other", 2019, 50, 51), years("gas", 2021, 53, 54)));

        assertThat(Given.of(panel, "fossil").at(2021).orElseThrow().level()).isEqualTo(53);
        assertThat(Given.of(panel, "fossil").at(2022).orElseThrow().status()).isEqualTo(Status.OK);
    }

    @Test
    void anUnchangedLeafCountsAsNotMeasuredAndTheTotalSaysHowMuchIs() {
        List<Series> panel = panel(all(years("coal", 2020, 30, 30), years("gas", 2020, 60, 70)));

        assertThat(Given.of(panel, "coal").at(2021).orElseThrow().status()).isEqualTo(Status.CARRIED_FORWARD);
        Point total = Given.of(panel, "total").at(2021).orElseThrow();
        assertThat(total.status()).isEqualTo(Status.OK);
        assertThat(total.measured()).isCloseTo(.7, within(1e-12));
    }

    @Test
    void anUnchangedZeroIsAZero() {
        assertThat(Given.of(panel(years("solar", 2020, 0, 0, 1)), "solar")
                        .at(2021)
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.OK);
    }

    @Test
    void theNewestEditionIsTakenWholeAndNeverSpliced() {
        List<Cell> cells = new ArrayList<>(years("total", 2019, 1, 2, 3, 4));
        cells.add(Given.cell("AAA", "total", 2021, 33, "2026"));
        cells.add(Given.cell("AAA", "total", 2022, 44, "2026"));

        Series total = Given.of(panel(cells), "total");

        assertThat(total.key().edition()).isEqualTo("2026");
        assertThat(total.points()).extracting(Point::year).containsExactly(2021, 2022);
    }

    @Test
    void anAnnotatedMissingValueIsNoZero() {
        Series wind = Given.of(
                panel(years("wind", 2018, 18, 0, 19), Given.note("AAA", "wind", 2019, Annotation.Kind.MISSING)),
                "wind");

        assertThat(wind.at(2019).orElseThrow().value()).isEmpty();
        assertThat(Given.measure(wind, "net_change", 2020).status()).isEqualTo(Status.MISSING);
    }

    @Test
    void aBreakOfAPartBreaksTheSumOnlyWhereItShows() {
        List<Cell> shows = all(years("gas", 2018, 20, 21, 40, 41), years("coal", 2018, 60, 60.5, 61, 61.5));
        List<Cell> moves = all(years("gas", 2018, 20, 21, 40, 41), years("coal", 2018, 60, 60.5, 42, 42.5));
        Annotation note = Given.note("AAA", "gas", 2020, Annotation.Kind.BREAK);

        assertThat(Given.of(panel(shows, note), "total").at(2020).orElseThrow().status())
                .isEqualTo(Status.BREAK);
        assertThat(Given.of(panel(moves, note), "total").at(2020).orElseThrow().status())
                .isEqualTo(Status.OK);
        assertThat(Given.of(panel(moves, note), "gas").at(2020).orElseThrow().status())
                .isEqualTo(Status.BREAK);
    }

    @Test
    void aSmallJumpOfAPartDoesNotBreakABigSum() {
        List<Cell> cells = all(years("oil", 2018, 5, 5.1, 7, 7.1), years("coal", 2018, 500, 505, 510.1, 515));
        Annotation note = Given.note("AAA", "oil", 2020, Annotation.Kind.BREAK);

        assertThat(Given.of(panel(cells, note), "total").at(2020).orElseThrow().status())
                .isEqualTo(Status.OK);
    }

    @Test
    void wrongPartsOfARightSumAreNoChangeOfThePartsAndOneOfTheSum() {
        List<Cell> cells = all(years("hydro", 2022, 370, 371, 385), years("pumped_storage", 2022, 50, 51, 50.9));
        List<Series> panel = panel(
                cells,
                Given.note("AAA", "hydro", 2024, Annotation.Kind.MIS_SPLIT),
                Given.note("AAA", "pumped_storage", 2024, Annotation.Kind.MIS_SPLIT));

        assertThat(Given.measure(Given.of(panel, "hydro"), "net_change", 2024).value())
                .isEmpty();
        assertThat(Given.of(panel, "total").at(2024).orElseThrow().status()).isEqualTo(Status.OK);
        assertThat(Given.of(panel, "renewable").at(2024).orElseThrow().status())
                .as("holds one of the two parts")
                .isEqualTo(Status.MIS_SPLIT);
    }

    @Test
    void aSeriesThatIsPartialInAllItsYearsComparesWithItself() {
        Annotation partial = new Annotation(
                "capacity", "AAA", "coal", 2000, 2100, "*", "*", Annotation.Kind.PARTIAL, "part stands elsewhere");
        Series coal = Given.of(panel(years("coal", 2018, 10, 11, 12, 13), partial), "coal");

        Estimate change = Given.measure(coal, "net_change", 2021);

        assertThat(change.value()).hasValue(1);
        assertThat(change.status()).isEqualTo(Status.PARTIAL);
        assertThat(change.reason()).isEqualTo("part stands elsewhere");
    }

    @Test
    void theWorldLeavesOutMembersWhoseMeaningChangedAndOnlyThen() {
        List<Cell> cells = new ArrayList<>();
        double[] member = {50, 58, 20, 21};
        double[] world = {1000, 1050, 1060, 1110};
        for (int i = 0; i < 4; i++) {
            cells.add(Given.cell("UKR", "total", 2022 + i, member[i]));
            cells.add(Given.cell("WORLD", "total", 2022 + i, world[i]));
        }
        Annotations notes = new Annotations(List.of(Given.note("UKR", "total", 2024, Annotation.Kind.NOT_INSTALLED)));
        Series total = Given.of(RegionPanel.of("WORLD", Metric.CAPACITY_GW, cells, notes), "total");

        Estimate changed = Given.measure(total, "net_change", 2024);
        assertThat(changed.value()).hasValue(10 + 38);
        assertThat(changed.status()).isEqualTo(Status.LIKE_FOR_LIKE);
        assertThat(changed.reason()).contains("UKR");
        assertThat(Given.measure(total, "net_change", 2023).value())
                .as("before the change of meaning the member counts")
                .hasValue(50);
        assertThat(Given.measure(total, "level", 2024).value()).hasValue(1060);
    }

    @Test
    void anyOrderOfTheCellsGivesTheSameSeries() {
        List<Cell> cells = new ArrayList<>();
        Random random = new Random(3);
        for (String technology : List.of("coal", "gas", "solar", "wind_onshore", "nuclear")) {
            cells.addAll(years(technology, 2000, random.doubles(20, 1, 50).toArray()));
        }
        List<Series> expected = panel(cells);
        for (int run = 0; run < 20; run++) {
            Collections.shuffle(cells, random);
            assertThat(panel(cells)).as("run %s", run).isEqualTo(expected);
        }
        assertThat(SeriesGrowth.of(Given.of(panel(cells), "total"), Optional.empty()))
                .isEqualTo(SeriesGrowth.of(Given.of(expected, "total"), Optional.empty()));
    }
}
