package org.electrongap.share;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.electrongap.share.simulation.InvalidAssumptionsException;

/**
 * Whether a run's own assumptions and scenarios can be used: the rules by which the forecast of the share judges them, before
 * anything is computed.
 */
public final class AssumptionCheck {

    private final List<AssumptionRow> visible;
    private final List<String> faults = new ArrayList<>();

    private AssumptionCheck(List<AssumptionRow> visible) {
        this.visible = visible;
    }

    /**
     * Every fault of the two files taken together: columns and numbers, names that are not there (with the nearest that is),
     * unknown distributions, values outside of what their unit allows, weights that do not add to 1.
     *
     * @param rows rows of core/assumptions in all editions, each a map from column to value
     * @param asOf the day whose knowledge the run shows
     * @param own the rows given with --assumptions, each a map from column to text
     * @param scenarios the rows given with --scenario
     * @return one sentence a fault, each once; none when all can be used
     */
    public static List<String> faults(
            List<Map<String, Object>> rows,
            LocalDate asOf,
            List<Map<String, String>> own,
            List<Map<String, String>> scenarios) {
        List<AssumptionRow> visible = AssumptionRow.of(rows).stream()
                .filter(row -> !row.published().isAfter(asOf))
                .toList();
        if (visible.isEmpty()) {
            return List.of("no assumption is visible on " + asOf
                    + ", so none can be changed: load the data set assumptions first, or choose a later --as-of");
        }
        AssumptionCheck check = new AssumptionCheck(visible);
        check.all(own, scenarios);
        return check.faults.stream().distinct().toList();
    }

    private void all(List<Map<String, String>> own, List<Map<String, String>> scenarios) {
        List<AssumptionOverride> overrides = told(() -> AssumptionOverride.read("--assumptions", own).values().stream()
                .flatMap(Collection::stream)
                .toList());
        List<Scenario> named = told(() -> Scenario.read("own", "--scenario", scenarios));
        told(() -> applied(overrides));
        for (Scenario scenario : named) {
            List<AssumptionOverride> both = new ArrayList<>(overrides);
            both.addAll(scenario.overrides());
            told(() -> applied(both));
        }
    }

    private List<RegionAssumptions> applied(List<AssumptionOverride> overrides) {
        return List.of(RegionAssumptions.of(visible, overrides));
    }

    private <T> List<T> told(Supplier<List<T>> work) {
        try {
            return work.get();
        } catch (InvalidAssumptionsException e) {
            faults.addAll(e.faults());
            return List.of();
        }
    }
}
