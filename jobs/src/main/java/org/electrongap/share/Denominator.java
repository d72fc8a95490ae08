package org.electrongap.share;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a share is a share of. */
public enum Denominator {
    /** Retail sales plus direct use, with what data centres generate on site: the headline. */
    END_USE,
    /** Generation plus net imports: losses and station use are in it, so shares of it are lower. */
    GENERATION_PLUS_NET_IMPORTS,
    /** What utilities sell. */
    RETAIL_SALES;

    /** The name as written in a row, and in the column {@code basis} of core/demand. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Denominator> named(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
