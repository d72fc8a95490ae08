package org.electrongap.share.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the value of an assumption spreads, as written in the column {@code distribution}. */
public enum DistributionKind {
    /** No spread. */
    FIXED(0),
    /** Normal about the value; spread is the standard deviation in the value's unit. */
    NORMAL(0),
    /** Normal about the value; spread is the standard deviation as a fraction of the value. */
    NORMAL_RELATIVE(1),
    /** Normal about the value, clipped to low and high; spread is the standard deviation. */
    NORMAL_CLIPPED(1),
    /** Lognormal with the value as its median; spread is the standard deviation of the logarithm. */
    LOGNORMAL(1),
    /** Beta with the value as its mean; spread + spread_2 is its size (the prior number of observations). */
    BETA(2),
    /** The value scales a Student t; spread is its degrees of freedom. */
    STUDENT_T(1),
    /** The value is a residual standard deviation; spread is the shape a0 of the inverse gamma of its square. */
    INVERSE_GAMMA(1),
    /** logit p = logit(value) + spread Z, with one Z for all assumptions of the kind. */
    LOGIT_COMMON_SHOCK(1),
    /** The value is the least log standard deviation of the pool five years ahead. */
    LOG_SD_FLOOR(0);

    private final int spreads;

    DistributionKind(int spreads) {
        this.spreads = spreads;
    }

    /** The name as written in a row. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many of spread and spread_2 a row of this kind must state. */
    int spreads() {
        return spreads;
    }

    /** The kind of that name, if there is one. */
    public static Optional<DistributionKind> named(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** All names, for messages. */
    public static String codes() {
        return Arrays.stream(values()).map(DistributionKind::code).collect(Collectors.joining(", "));
    }
}
