package org.electrongap.share;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.DistributionKind;

/**
 * A row of core/assumptions as it stands there.
 *
 * @param distribution the name of the distribution, not yet checked
 */
record AssumptionRow(
        String name,
        String region,
        OptionalInt year,
        double value,
        OptionalDouble low,
        OptionalDouble high,
        String distribution,
        OptionalDouble spread,
        OptionalDouble spread2,
        String unit,
        String source,
        String edition,
        LocalDate published) {

    /** What tells one assumption of a region from another. */
    String key() {
        return year.isPresent() ? name + "@" + year.getAsInt() : name;
    }

    /** The row as an input of the simulation; empty when nobody knows its distribution. */
    Optional<Assumption> assumption() {
        return DistributionKind.named(distribution)
                .map(kind -> new Assumption(
                        name, year, value, low, high, kind, spread, spread2, unit, source + " " + edition));
    }

    /** The row with what an override states. */
    AssumptionRow changed(AssumptionOverride change) {
        return new AssumptionRow(
                name,
                region,
                year,
                change.value(),
                change.low().isPresent() ? change.low() : low,
                change.high().isPresent() ? change.high() : high,
                change.distribution().orElse(distribution),
                change.spread().isPresent() ? change.spread() : spread,
                change.spread2().isPresent() ? change.spread2() : spread2,
                unit,
                change.origin(),
                "of the user",
                published);
    }
}
