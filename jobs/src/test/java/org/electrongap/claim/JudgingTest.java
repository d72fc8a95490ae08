package org.electrongap.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Invented claims against invented figures: each rule, and each trap that public claims set. */
class JudgingTest {

    /** One agency counts net 40 GW for France and 400 for Germany; gross additions and batteries are counted by others. */
    private static final List<Figure> SYSTEMS = List.of(
            Claims.capacity("FRA", 2023, "gas", 1000),
            Claims.capacity("FRA", 2024, "gas", 1040),
            Claims.capacity("DEU", 2023, "coal", 3000),
            Claims.capacity("DEU", 2024, "coal", 3400),
            Claims.market("battery_capacity_additions", "FRA", "2024", 10, "GW", "batteries added"),
            Claims.market("battery_capacity_additions", "DEU", "2024", 40, "GW", "batteries added"),
            Claims.market("capacity_additions_gross", "FRA", "2024", 55, "GW", "new utility-scale, gross"),
            Claims.market("capacity_additions_gross", "DEU", "2024", 410, "GW", "newly commissioned, gross"),
            Claims.market("capacity_additions_planned", "FRA", "2024", 70, "GW", "developers' plans", "planned"),
            Claims.generation("FRA", 2023, 500, "An Agency"),
            Claims.generation("FRA", 2024, 550, "An Agency"),
            Claims.generation("DEU", 2024, 1320, "An Agency"));

    private static Claims added(String value) {
        return Claims.of("capacity_additions", "French capacity additions")
                .region("FRA")
                .year(2024)
                .value(value, "GW");
    }

    @Test
    void aValueWithinTwoPercentOfTheGrossFigureIsSupported() {
        assertVerdict(added("55.9").judged(SYSTEMS), Verdict.SUPPORTED, Judgement.Rule.HOLDS);
    }

    @Test
    void aValueWithinHalfItsLastPrintedDigitIsSupported() {
        Claims claim = Claims.of("ratio", "Germany/France generation ratio")
                .region("DEU")
                .against("FRA")
                .year(2024)
                .value("2", "x");
        assertVerdict(claim.judged(SYSTEMS), Verdict.SUPPORTED, Judgement.Rule.HOLDS);
        assertVerdict(claim.value("2.0", "x").judged(SYSTEMS), Verdict.CONTRADICTED, Judgement.Rule.DISTANCE);
    }

    @Test
    void aboutGivesWayByFivePercent() {
        assertVerdict(
                added("57.5").saying("France added about 57.5 GW.").judged(SYSTEMS),
                Verdict.SUPPORTED,
                Judgement.Rule.HOLDS);
        assertVerdict(added("57.5").judged(SYSTEMS), Verdict.OFF, Judgement.Rule.DISTANCE);
    }

    @Test
    void aNetClaimIsHeldAgainstTheNetChange() {
        Judgement judged = added("40").with("basis", "net change").judged(SYSTEMS);
        assertVerdict(judged, Verdict.SUPPORTED, Judgement.Rule.HOLDS);
        assertThat(judged.definition()).as("the net change is named").contains("net change");
    }

    @Test
    void aNetClaimWithTheGrossValueIsOffAndNamesTheGrossBasis() {
        Judgement judged =
                added("55").with("basis", "net change without storage").judged(SYSTEMS);
        assertVerdict(judged, Verdict.OFF, Judgement.Rule.OTHER_DEFINITION);
        assertThat(judged.reason())
                .as("names the basis")
                .contains("another basis")
                .contains("gross");
    }

    @Test
    void ratiosOfAdditionsAreFormedOnOneBasisOnly() {
        Claims ratio = Claims.of("ratio", "Germany/France additions ratio")
                .region("DEU")
                .against("FRA")
                .year(2024);
        assertVerdict(
                ratio.value("10.0", "x").with("basis", "net without storage").judged(SYSTEMS),
                Verdict.SUPPORTED,
                Judgement.Rule.HOLDS);
        assertVerdict(
                ratio.value("8.8", "x").with("basis", "net change with storage").judged(SYSTEMS),
                Verdict.SUPPORTED,
                Judgement.Rule.HOLDS);
        assertVerdict(
                ratio.value("7.45", "x").with("basis", "gross").judged(SYSTEMS),
                Verdict.SUPPORTED,
                Judgement.Rule.HOLDS);
    }

    @Test
    void theElectricityThatATechnologyGivesIsGenerationAndNotUse() {
        List<Figure> figures = List.of(
                Claims.generation("FRA", 2024, 440, "An Agency"),
                Claims.panel(
                        "core/generation", "generation_twh", "FRA", 2024, "nuclear", 110, "TWh", "net", "An Agency"),
                Claims.panel("core/demand", "demand_twh", "FRA", 2024, "total", 500, "TWh", "net", "An Agency"));
        Claims claim = Claims.of("share", "French nuclear share")
                .region("FRA")
                .year(2024)
                .saying("Nuclear power plants gave 25 % of the electricity of France.");
        assertVerdict(
                claim.value("25", "percent_of_electricity").judged(figures), Verdict.SUPPORTED, Judgement.Rule.HOLDS);
    }

    @Test
    void petawattHoursAreEnergy() {
        Claims claim =
                Claims.of("generation", "French generation").region("FRA").year(2024);
        assertVerdict(claim.value("0.55", "PWh").judged(SYSTEMS), Verdict.SUPPORTED, Judgement.Rule.HOLDS);
    }

    @Test
    void plansAreNotOutcomes() {
        Judgement judged = added("70").judged(SYSTEMS);
        assertVerdict(judged, Verdict.OFF, Judgement.Rule.OTHER_DEFINITION);
        assertThat(judged.reason()).as("names the plans").contains("plans");
    }

    @Test
    void theValueOfAnotherYearIsOffAndNamesTheYear() {
        Judgement judged = Claims.of("generation", "French generation")
                .region("FRA")
                .year(2024)
                .value("500", "TWh")
                .judged(SYSTEMS);
        assertVerdict(judged, Verdict.OFF, Judgement.Rule.OTHER_DEFINITION);
        assertThat(judged.reason())
                .as("names the year")
                .contains("another year")
                .contains("2023");
    }

    @Test
    void aTenfoldSlipIsContradictedAndNamed() {
        List<Figure> deal = List.of(
                Claims.fact("Initech and Hooli cloud contract", "value", "USA", "2025-09-10", Span.of(300e9), "USD"));
        Judgement judged = Claims.of("investment", "Hooli contract with Initech")
                .region("USA")
                .year(2025)
                .value("30", "USD_billion")
                .judged(deal);
        assertVerdict(judged, Verdict.CONTRADICTED, Judgement.Rule.SLIP);
        assertThat(judged.reason())
                .as("names the slip")
                .contains("power of ten")
                .contains("oku");
    }

    @Test
    void aSlipOfFourDigitsIsThatBetweenOkuAndCho() {
        List<Figure> deal =
                List.of(Claims.fact("Hooli investment pledge", "value", "USA", "2025", Span.of(5e12), "USD"));
        Judgement judged = Claims.of("investment", "Hooli investment")
                .value("0.5", "USD_billion")
                .judged(deal);
        assertThat(judged.reason()).as("10^4 is the step of Japanese counting").contains("oku (10^8) and cho (10^12)");
    }

    @Test
    void anOpenBoundThatIsPassedTenfoldIsStillASlip() {
        Claims claim = Claims.of("generation", "French generation")
                .region("FRA")
                .year(2024)
                .with("comparator", "more_than");
        assertVerdict(claim.value("55", "TWh").judged(SYSTEMS), Verdict.CONTRADICTED, Judgement.Rule.SLIP);
        assertVerdict(claim.value("400", "TWh").judged(SYSTEMS), Verdict.SUPPORTED, Judgement.Rule.HOLDS);
    }

    @Test
    void aRatioThatOnlyItsOwnArticleGivesIsOffAndItsBaseNamed() {
        Claim claim = Claims.of("ratio", "Germany/France additions ratio")
                .id("ratio")
                .region("DEU")
                .against("FRA")
                .year(2024)
                .value("6.9", "x")
                .claim();
        Claim above = added("410")
                .id("above")
                .region("DEU")
                .with("subject", "German additions")
                .claim();
        Claim below = added("59.5").id("below").claim();
        Judgement judged = ClaimCourt.judge(List.of(above, below, claim), SYSTEMS, Claims.AS_OF).stream()
                .filter(judgement -> judgement.claim().id().equals("ratio"))
                .findFirst()
                .orElseThrow();
        assertVerdict(judged, Verdict.OFF, Judgement.Rule.OTHER_DEFINITION);
        assertThat(judged.reason()).as("names both numbers").contains("410").contains("59.5");
    }

    @Test
    void aTotalThatLacksMoreThanTheToleranceGivesNoChange() {
        List<Figure> lacksOil = List.of(
                Claims.capacity("FRA", 2023, "solar", 960),
                Claims.capacity("FRA", 2023, "oil", 40),
                Claims.capacity("FRA", 2024, "solar", 1000));
        assertVerdict(added("40").judged(lacksOil), Verdict.NOT_CHECKABLE, Judgement.Rule.NO_EVIDENCE);
    }

    @Test
    void aTechnologyThatRetiresCountsInTheChange() {
        List<Figure> retired = List.of(
                Claims.capacity("FRA", 2023, "solar", 981),
                Claims.capacity("FRA", 2023, "oil", 19),
                Claims.capacity("FRA", 2024, "solar", 1040));
        assertVerdict(added("40").judged(retired), Verdict.SUPPORTED, Judgement.Rule.HOLDS);
    }

    @Test
    void theAiShareOfTheLoadIsNoShareOfAnythingElse() {
        List<Figure> loads = List.of(
                Claims.load("WORLD", 2025, Span.of(20), "TWh", "ai_only", "A Bureau"),
                Claims.load("WORLD", 2025, Span.of(100), "TWh", "all", "A Bureau"));
        for (String shared : List.of("data-centre electricity", "the demand of data centres")) {
            Claims claim = Claims.of("share", "AI share of " + shared)
                    .region("WORLD")
                    .year(2025)
                    .value("20", "percent");
            assertVerdict(claim.judged(loads), Verdict.SUPPORTED, Judgement.Rule.HOLDS);
        }
        for (String shared : List.of("data-centre floor space", "the staff of data centres")) {
            Claims claim = Claims.of("share", "AI share of " + shared)
                    .region("WORLD")
                    .year(2025)
                    .value("20", "percent");
            assertVerdict(claim.judged(loads), Verdict.NOT_CHECKABLE, Judgement.Rule.NO_EVIDENCE);
        }
    }

    @Test
    void twoDefinitionsOfOneSeriesTellAChangeUnderAnotherBasis() {
        Claims claim = Claims.of("lead_time_growth", "Sprocket lead time")
                .region("USA")
                .year(2021)
                .value("200", "percent")
                .saying("Sprocket lead times rose by 200 % from 2018 to 2021.");
        Figure before = Claims.market("sprocket_lead_time", "USA", "2018", 10, "weeks", "small, order to delivery");
        Figure after = Claims.market("sprocket_lead_time", "USA", "2021", 30, "weeks", "small, order to delivery");
        Figure other = Claims.market("sprocket_lead_time", "USA", "2021", 30, "weeks", "large, order to delivery");
        assertVerdict(claim.judged(List.of(before, after)), Verdict.SUPPORTED, Judgement.Rule.HOLDS);
        assertVerdict(claim.judged(List.of(before, other)), Verdict.OFF, Judgement.Rule.OTHER_DEFINITION);
        assertVerdict(
                claim.judged(List.of(before, Claims.publishedBy(after, "Another Bureau"))),
                Verdict.NOT_CHECKABLE,
                Judgement.Rule.NO_EVIDENCE);
        assertVerdict(
                claim.judged(List.of(before, Claims.publishedBy(after, "Somebody, from A Bureau (via a Relay)"))),
                Verdict.SUPPORTED,
                Judgement.Rule.HOLDS);
    }

    @Test
    void noFigureNoVerdict() {
        Claims claim = Claims.of("investment", "Vandelay Industries bond").value("12", "USD_billion");
        assertVerdict(claim.judged(SYSTEMS), Verdict.NOT_CHECKABLE, Judgement.Rule.NO_EVIDENCE);
    }

    @Test
    void recalledFiguresAndThoseOfOneArticleAreNoEvidence() {
        for (String grade : List.of("recalled", "single_article")) {
            List<Figure> figures =
                    SYSTEMS.stream().map(figure -> Claims.graded(figure, grade)).toList();
            assertVerdict(added("55").judged(figures), Verdict.NOT_CHECKABLE, Judgement.Rule.NO_EVIDENCE);
        }
    }

    static void assertVerdict(Judgement judged, Verdict verdict, Judgement.Rule rule) {
        assertThat(judged.verdict()).as(judged.reason()).isEqualTo(verdict);
        assertThat(judged.rule()).as(judged.reason()).isEqualTo(rule);
    }
}
