package org.electrongap.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What moved since last time, and what moved it. */
class ChangesSectionTest {

    private static String changes(PublishedExample now, PublishedExample before) {
        return Html.of(Page.of(now.after(before), Language.ENGLISH)).section("changes");
    }

    @Test
    void theFirstPublicationSaysThatThereIsNothingToCompare() {
        assertThat(Html.of(Page.of(PublishedExample.whole().data(), Language.ENGLISH))
                        .section("changes"))
                .contains("first publication");
    }

    @Test
    void aNewEditionAloneIsTheCauseOfEveryMove() {
        String changes = changes(
                PublishedExample.empty().figure("share_2030", .09).hash("ffff"),
                PublishedExample.empty().figure("share_2030", .086));
        assertThat(changes)
                .contains("Only one thing changed, so every move comes from it: source")
                .contains("demand/demand-eia")
                .contains("8.6%", "9.0%", "+0.4 points");
    }

    @Test
    void anAssumptionAloneIsTheCauseOfEveryMove() {
        assertThat(changes(
                        PublishedExample.empty().figure("share_2030", .09).assumption("load_factor = 0.7"),
                        PublishedExample.empty().figure("share_2030", .086)))
                .contains("every move comes from it: assumption", "load_factor = 0.7");
    }

    @Test
    void codeAloneIsTheCauseOfEveryMove() {
        assertThat(changes(
                        PublishedExample.empty().figure("share_2030", .09).code("beef"),
                        PublishedExample.empty().figure("share_2030", .086)))
                .contains("every move comes from it: code", "beef");
    }

    @Test
    void severalCausesAreNotTornApart() {
        assertThat(changes(
                        PublishedExample.empty()
                                .figure("share_2030", .09)
                                .code("beef")
                                .hash("ffff"),
                        PublishedExample.empty().figure("share_2030", .086)))
                .contains("Changed: source and code.");
    }

    @Test
    void theEditionThatMovedTheShareIsNamedWithItsPoints() {
        assertThat(changes(
                        PublishedExample.empty()
                                .edition(1, "IEA", .085, null)
                                .edition(2, "LBNL", .0858, .08)
                                .hash("ffff"),
                        PublishedExample.empty().edition(1, "IEA", .085, null)))
                .contains("LBNL, edition 2026", "+0.08 points")
                .doesNotContain("IEA");
    }

    @Test
    void aCauseWithoutEffectIsToldAsSuch() {
        assertThat(changes(
                        PublishedExample.empty().figure("share_2030", .086).code("beef"),
                        PublishedExample.empty().figure("share_2030", .086)))
                .contains("Changed: code; no headline figure and no verdict moved.")
                .doesNotContain("every move");
    }

    @Test
    void aFigureThatStaysIsNoMove() {
        assertThat(changes(
                        PublishedExample.empty().figure("share_2030", .086).code("beef"),
                        PublishedExample.empty().figure("share_2030", .086)))
                .contains("headline figures that moved: 0");
    }

    @Test
    void aVerdictThatChangedIsShownWithBoth() {
        assertThat(changes(
                        PublishedExample.empty().claim("c", "off", "China added 430 GW."),
                        PublishedExample.empty().claim("c", "supported", "China added 430 GW.")))
                .contains("verdicts that changed: 1", "China added 430 GW.", "supported", "off");
    }
}
