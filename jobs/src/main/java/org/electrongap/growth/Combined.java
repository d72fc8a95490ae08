package org.electrongap.growth;

import java.util.Optional;
import java.util.OptionalDouble;

/** Two estimates made into one: no value without both, and the worse of the two statuses. */
final class Combined {

    /** A function of two numbers; empty where it has no value. */
    interface Operation {
        OptionalDouble of(double a, double b);
    }

    private Combined() {}

    /** The difference {@code b - a}. */
    static Estimate difference(Estimate a, Estimate b) {
        return of(a, b, (x, y) -> OptionalDouble.of(y - x), "");
    }

    /** The ratio {@code b / a} of two positive figures. */
    static Estimate ratio(Estimate a, Estimate b) {
        return of(
                a,
                b,
                (x, y) -> x > 0 && y > 0 ? OptionalDouble.of(y / x) : OptionalDouble.empty(),
                "a ratio of figures that are not both positive has no meaning");
    }

    static Estimate of(Estimate a, Estimate b, Operation operation, String whyNot) {
        for (Estimate side : new Estimate[] {a, b}) {
            if (side.value().isEmpty() || side.status() == Status.NOT_INSTALLED) {
                return Estimate.refused(side.status(), side.reason(), 0);
            }
        }
        int n = a.n() + b.n();
        OptionalDouble value = operation.of(a.value().getAsDouble(), b.value().getAsDouble());
        if (value.isEmpty()) {
            return Estimate.refused(Status.NOT_POSITIVE_BASE, whyNot, n);
        }
        Estimate worse = plain(a).status().compareTo(plain(b).status()) >= 0 ? plain(a) : plain(b);
        return new Estimate(value, Optional.empty(), n, worse.status(), worse.reason());
    }

    /** A level that starts a new meaning is a plain level. */
    private static Estimate plain(Estimate estimate) {
        return estimate.status() == Status.BREAK ? estimate.noted(Status.OK, "") : estimate;
    }
}
