package org.electrongap.job;

import java.util.List;
import org.electrongap.share.AssumptionCheck;
import org.electrongap.share.simulation.InvalidAssumptionsException;

/** The run's own assumptions and scenarios, judged before a step computes with them. */
final class OwnAssumptions {

    private final RunContext.Environment environment;

    OwnAssumptions(RunContext.Environment environment) {
        this.environment = environment;
    }

    /**
     * Reads what is loaded, without Spark, and holds the run's own rows against it.
     *
     * @throws InvalidAssumptionsException with every fault of both files
     */
    void requireUsable() {
        if (environment.overrides().isEmpty() && environment.scenarios().isEmpty()) {
            return;
        }
        List<String> faults = AssumptionCheck.faults(
                new TableRows(environment)
                        .of(AssumptionOverrides.TABLE, row -> true, Long.MAX_VALUE)
                        .orElse(List.of()),
                environment.run().asOf(),
                environment.overrides().rows(),
                environment.scenarios().rows());
        if (!faults.isEmpty()) {
            throw new InvalidAssumptionsException(faults);
        }
    }
}
