package org.electrongap.growth;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.electrongap.statistics.Outcome;
import org.electrongap.statistics.StructuralBreak;

/**
 * Whether the log-linear trend changed once within a window, and when: sup-F with small-sample critical values, with a
 * bootstrap where the residuals are autocorrelated.
 */
final class BreakMeasures {

    private static final int LEAST_POINTS = 10;

    private final Window window;

    BreakMeasures(Window window) {
        this.window = window;
    }

    /** Gives the two measures {@code sup_f} and {@code break_year}, the first year of the new trend. */
    void compute(BiConsumer<String, Estimate> out) {
        Outcome<StructuralBreak> found = window.refusal().isPresent() ? Outcome.refused("") : find();
        out.accept(
                "sup_f", window.estimate(points -> found.map(this::supF).value().orElseGet(() -> refused(found))));
        out.accept(
                "break_year",
                window.estimate(points -> found.map(this::year).value().orElseGet(() -> refused(found))));
    }

    private Outcome<StructuralBreak> find() {
        double[] logs = Arrays.stream(window.values()).map(StrictMath::log).toArray();
        return StructuralBreak.of(window.years(), logs, StructuralBreak.Regression.TREND);
    }

    private Estimate supF(StructuralBreak found) {
        return Estimate.of(found.supF(), window.n());
    }

    private Estimate year(StructuralBreak found) {
        if (!found.isSignificant()) {
            return Estimate.refused(Status.NOT_SIGNIFICANT, why(found), window.n());
        }
        return Estimate.of(window.years()[found.lastBefore() + 1], window.n());
    }

    private static String why(StructuralBreak found) {
        return found.bootstrap()
                .map(bootstrap -> String.format(
                        Locale.ROOT,
                        "sup-F %.2f: p = %.2f by the bootstrap, the residuals having autocorrelation %.2f",
                        found.supF(),
                        bootstrap.pValue(),
                        bootstrap.autocorrelation()))
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "sup-F %.2f does not pass the 5 %% critical value %.2f",
                        found.supF(),
                        found.critical().fivePercent()));
    }

    private Estimate refused(Outcome<StructuralBreak> found) {
        Status status = window.n() < LEAST_POINTS ? Status.TOO_FEW_POINTS : Status.NO_VARIATION;
        return Estimate.refused(status, found.reason().orElseThrow(), window.n());
    }
}
