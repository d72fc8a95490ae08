package org.electrongap.load.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Odd figures are flagged, true ones that look odd at first are not. */
class PanelRulesTest {

    private final List<Figure> figures = new ArrayList<>();

    @Test
    void plantsThatRetireWithinTheYearDoNotMakeTheRestRunTooMuch() {
        capacity("nuclear", 2018, 9.5).capacity("nuclear", 2019, 8.1).generation("nuclear", 2019, 71.0);

        assertThat(71.0 * 1000 / (8.1 * 8760)).as("of what is left").isGreaterThan(1.0);
        assertThat(PanelRules.flags(figures)).as("Germany 2019").isEmpty();

        figures.clear();
        capacity("nuclear", 2020, 3.9).capacity("nuclear", 2021, 2.9).generation("nuclear", 2021, 28.0);
        assertThat(PanelRules.flags(figures)).as("Taiwan 2021").isEmpty();
    }

    @Test
    void aFleetThatGeneratesNothingIsFlagged() {
        capacity("wind", 2018, 10.0).capacity("wind", 2019, 11.0).generation("wind", 2019, 0.0);

        Flag flag = only("capacity_factor");
        assertThat(flag.value()).as("Italy's wind 2019").isZero();
        assertThat(flag.reason()).contains("0.0 TWh from 11.0 GW");
    }

    @Test
    void reactorsThatStandStillAreFlagged() {
        capacity("nuclear", 2012, 44.0).capacity("nuclear", 2013, 44.0).generation("nuclear", 2013, 10.0);

        assertThat(only("capacity_factor").value()).as("Japan 2013").isBetween(0.0259, 0.0260);
    }

    @Test
    void hydropowerIsJudgedWithPumpedStorage() {
        capacity("hydro", 2020, 1.0).capacity("pumped_storage", 2020, 9.0);
        generation("hydro", 2020, 10.0).generation("pumped_storage", 2020, 5.0);

        assertThat(PanelRules.flags(figures))
                .as("10 TWh from 1 GW alone would be 114 %")
                .isEmpty();
    }

    @Test
    void aLeapYearHasMoreHours() {
        capacity("nuclear", 2020, 1.0).generation("nuclear", 2020, 8.95);
        assertThat(PanelRules.flags(figures)).as("8.95 of 8.784 TWh is 101.9 %").isEmpty();

        figures.clear();
        capacity("nuclear", 2021, 1.0).generation("nuclear", 2021, 8.95);
        assertThat(only("capacity_factor").value()).as("of 8.76 TWh").isGreaterThan(1.02);
    }

    @Test
    void capacityOfAnotherSourceOrALaterEditionIsNotCompared() {
        figures.add(new Figure("capacity_gw", "2025", "year_end_installed", "wind", 2019, 11.0));
        generation("wind", 2019, 0.0);

        assertThat(PanelRules.flags(figures)).isEmpty();
    }

    @Test
    void aFleetThatMultipliesInAYearIsFlagged() {
        capacity("coal", 2019, 20.0).capacity("coal", 2020, 50.0);
        assertThat(only("fleet_growth").value()).isEqualTo(2.5);

        figures.clear();
        capacity("solar", 2019, 5.0).capacity("solar", 2020, 14.0);
        assertThat(PanelRules.flags(figures)).as("solar has done that").isEmpty();
    }

    @Test
    void aTotalThatItsPartsDoNotAddUpToIsFlagged() {
        capacity("total", 2020, 100.0).capacity("coal", 2020, 50.0).capacity("hydro", 2020, 20.0);
        capacity("fossil", 2020, 70.0);
        assertThat(only("parts_against_total").value())
                .as("coal stands in fossil and counts once")
                .isEqualTo(0.9);

        figures.clear();
        capacity("total", 2020, 100.0).capacity("fossil", 2020, 77.0).capacity("hydro", 2020, 20.0);
        assertThat(PanelRules.flags(figures)).as("rounding").isEmpty();
    }

    @Test
    void aTechnologyThatAnEditionLeavesOutIsNoFall() {
        figures.add(new Figure("capacity_gw", "2023", "year_end_installed", "fossil_other", 2020, 85.0));
        figures.add(new Figure("capacity_gw", "2023", "year_end_installed", "hydro", 2020, 20.0));
        capacity("hydro", 2020, 20.0);

        Flag flag = only("left_out_of_edition");
        assertThat(flag.figure().technology()).isEqualTo("fossil_other");
        assertThat(flag.reason()).contains("edition 2023 holds 85.0");
    }

    @Test
    void aTechnologyThatTheLastYearLacksIsFlaggedAndALeafWhoseSumIsThereIsNot() {
        capacity("gas", 2019, 60.0).capacity("wind", 2019, 40.0);
        capacity("gas", 2020, 62.0).capacity("wind_onshore", 2020, 41.0);
        assertThat(PanelRules.flags(figures)).isEmpty();

        figures.clear();
        capacity("gas", 2019, 60.0).capacity("nuclear", 2019, 40.0).capacity("gas", 2020, 62.0);
        assertThat(only("left_out_of_year").figure().technology()).isEqualTo("nuclear");
    }

    private Flag only(String rule) {
        List<Flag> flags = PanelRules.flags(figures);
        assertThat(flags).extracting(Flag::rule).containsExactly(rule);
        return flags.get(0);
    }

    private PanelRulesTest capacity(String technology, int year, double gw) {
        figures.add(new Figure("capacity_gw", "2024", "year_end_installed", technology, year, gw));
        return this;
    }

    private PanelRulesTest generation(String technology, int year, double twh) {
        figures.add(new Figure("generation_twh", "2024", "net", technology, year, twh));
        return this;
    }
}
