package org.electrongap.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.PipelineStage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegisteredPipelineTest {

    private static Evidence bundled;
    private static Assumptions usa;

    @BeforeAll
    static void read() {
        bundled = Evidence.of(BundledCore.asOf("2026-11-22", List.of(), List.of(), 200));
        usa = RegionAssumptions.of(bundled.assumptions(), List.of()).of("USA");
    }

    @Test
    void yearlyAmountsOfCoveredStagesAreKeptOnAverage() {
        PipelineStage stage = stages(
                        figure("under_construction", "facility", 2027, 6000),
                        figure("under_construction", "facility", 2029, 2000),
                        figure("under_construction", "facility", 2024, 9999))
                .get("under_construction");
        assertThat(stage.energisedBy(2027, 2025))
                .as("part by 2027, 2024 being past")
                .isCloseTo(.75, within(1e-12));
        assertThat(stage.energisedBy(2029, 2025)).as("part by 2029").isEqualTo(1);
        assertThat(stage.powerGw().value() * stage.completion().value())
                .as("8 GW, over the mean of completion, which lies below its centre of 0.88")
                .isBetween(8.0, 8.3);
    }

    @Test
    void powerOfItBecomesFacilityPowerAndKindsThatCannotAreLeftOut() {
        Map<String, PipelineStage> it = stages(figure("early", "it", 2028, 1000));
        Map<String, PipelineStage> facility = stages(figure("early", "facility", 2028, 1000));
        assertThat(it.get("early").powerGw().value()
                        / facility.get("early").powerGw().value())
                .as("the assumption pue")
                .isCloseTo(usa.require("pue").value(), within(1e-12));
        assertThat(stages(figure("early", "unknown", 2028, 1000)))
                .as("unknown kind")
                .isEmpty();
    }

    @Test
    void regionWithoutRegistersKeepsTheJudgedTotals() {
        assertThat(stages().keySet()).as("stages from registers").isEqualTo(Set.of());
    }

    private static Map<String, PipelineStage> stages(PipelineFigure... figures) {
        Evidence evidence = new Evidence(
                bundled.loads(),
                bundled.forecasts(),
                bundled.demand(),
                bundled.assumptions(),
                bundled.doubtfulLoads(),
                bundled.capacity(),
                bundled.market(),
                List.of(figures),
                bundled.order());
        return RegisteredPipeline.of(evidence, "USA", usa);
    }

    private static PipelineFigure figure(String stage, String kind, int year, double mw) {
        return new PipelineFigure("USA", stage, kind, year, mw);
    }
}
