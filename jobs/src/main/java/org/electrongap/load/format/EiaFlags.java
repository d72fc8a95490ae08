package org.electrongap.load.format;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.electrongap.load.record.RecordDraft;

/**
 * What EIA's International Energy Statistics write in the place of a figure or, with a bar between them, in front of one:
 * {@code se|6135} is a figure that EIA estimated itself, which counts as provisional.
 */
final class EiaFlags {

    private static final Map<String, String> RULES = Map.of(
            "(s)", "too_small_to_show",
            "NA", "not_available",
            "--", "not_applicable",
            "-", "not_applicable",
            "ie", "included_elsewhere",
            "W", "withheld",
            "", "blank");

    private static final Pattern ESTIMATED = Pattern.compile("se\\|(-?[\\d.]+)");

    private EiaFlags() {}

    /** The rule by which a value is set aside; empty where it is a figure. */
    static Optional<String> rule(String value) {
        return Optional.ofNullable(RULES.get(value.strip()));
    }

    /**
     * Sets a figure and its maturity; one behind a flag that is not known stays as it is, for the cast to refuse.
     *
     * @param column the column of the figure
     */
    static RecordDraft figure(RecordDraft draft, String column, String value) {
        Matcher estimated = ESTIMATED.matcher(value.strip());
        return estimated.matches()
                ? draft.with(column, estimated.group(1))
                        .with("maturity", "provisional")
                        .marked("estimated_by_publisher")
                : draft.with(column, value.strip());
    }
}
