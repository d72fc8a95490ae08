package org.electrongap.load.format;

import java.util.Map;
import java.util.Optional;

/** What EIA's International Energy Statistics write in the place of a figure. */
final class EiaFlags {

    private static final Map<String, String> RULES = Map.of(
            "(s)", "too_small_to_show",
            "NA", "not_available",
            "--", "not_applicable",
            "-", "not_applicable",
            "ie", "included_elsewhere",
            "W", "withheld",
            "", "blank");

    private EiaFlags() {}

    /** The rule by which a value is set aside; empty where it is a figure. */
    static Optional<String> rule(String value) {
        return Optional.ofNullable(RULES.get(value.strip()));
    }
}
