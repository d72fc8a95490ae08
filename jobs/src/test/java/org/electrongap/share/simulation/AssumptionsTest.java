package org.electrongap.share.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AssumptionsTest {

    @Test
    void weightsThatDoNotAddToOneAreNamedWithTheirSum() {
        assertThatThrownBy(() -> Assumptions.of(changed("weight_bayes", .3)))
                .as("weights")
                .isInstanceOf(InvalidAssumptionsException.class)
                .hasMessageContaining("add to 1.1")
                .hasMessageContaining("weight_bayes 0.3");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        List<Assumption> rows = changed("weight_bayes", .3);
        rows.add(WorkedInputs.row("load_factor", 0, .6, DistributionKind.LOGNORMAL, -1));
        assertThatThrownBy(() -> Assumptions.of(rows))
                .as("faults")
                .isInstanceOfSatisfying(
                        InvalidAssumptionsException.class,
                        fault -> assertThat(fault.faults())
                                .as("negative spread, double key, weights")
                                .hasSize(3));
    }

    @Test
    void betaKeepsItsSizeWhenItsMeanMoves() {
        Assumption factor =
                Assumptions.of(WorkedInputs.rows()).require("load_factor").at(.5);
        double[] draws = new PathBlock(1, 0, 4096).draw(factor);
        double mean = java.util.Arrays.stream(draws).average().orElseThrow();
        assertThat(mean).as("mean of the draws").isCloseTo(.5, within(.005));
    }

    @Test
    void completionsShareOneRisk() {
        Assumptions a = Assumptions.of(WorkedInputs.rows());
        PathBlock block = new PathBlock(1, 0, 100);
        double[] advanced = block.draw(a.require("completion_advanced"));
        double[] early = block.draw(a.require("completion_early"));
        for (int i = 0; i < 100; i++) {
            assertThat(Logit.of(advanced[i]) - Logit.of(.45))
                    .as("shock of path " + i)
                    .isCloseTo(Logit.of(early[i]) - Logit.of(.12), within(1e-9));
        }
    }

    @Test
    void rangeIsStatedOrTheMiddleEightyPercent() {
        Assumption growth = Assumptions.of(WorkedInputs.rows()).require("growth_initial");
        assertThat(growth.range().orElseThrow()[0]).as("10 %").isCloseTo(.15 - 1.28155 * .04, within(1e-6));
        Assumption stated = new Assumption(
                "x",
                growth.year(),
                .15,
                OptionalDouble.of(.1),
                OptionalDouble.of(.3),
                growth.kind(),
                growth.spread(),
                growth.spread2(),
                "u",
                "s");
        assertThat(stated.range().orElseThrow()).as("stated").containsExactly(.1, .3);
        assertThat(Assumptions.of(WorkedInputs.rows()).require("weight_bayes").range())
                .as("fixed")
                .isEmpty();
    }

    @Test
    void percentWrittenForAFractionIsRefused() {
        Assumption row = WorkedInputs.fixed("load_factor", 0, 60);
        Assumption percent = new Assumption(
                row.name(),
                row.year(),
                60,
                row.low(),
                row.high(),
                row.kind(),
                row.spread(),
                row.spread2(),
                "fraction",
                "s");
        assertThatThrownBy(() -> Assumptions.of(List.of(percent)))
                .as("60 for 0.60")
                .hasMessageContaining("0.08");
    }

    private static List<Assumption> changed(String name, double value) {
        List<Assumption> rows = new ArrayList<>(WorkedInputs.rows());
        rows.replaceAll(row -> row.name().equals(name) ? row.at(value) : row);
        return rows;
    }
}
