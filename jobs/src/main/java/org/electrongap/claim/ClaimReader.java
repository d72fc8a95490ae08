package org.electrongap.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns the texts of one claim into a {@link Claim}, and tells everything that is wrong with them. */
final class ClaimReader {

    private static final String REGION =
            "[A-Z0-9]{2,3}(-[A-Z0-9]{1,6})?|WORLD|EUROPE|APAC_EX_CHN|REST_OF_WORLD|NORTH_AMERICA"
                    + "|EU27|[A-Z]{3}(\\+[A-Z]{3})+";

    private final Map<String, String> texts;
    private final List<String> faults = new ArrayList<>();

    private ClaimReader(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The faults of a claim, each with its id; empty for a claim that can be judged. */
    static List<String> faultsOf(Map<String, String> texts) {
        ClaimReader reader = new ClaimReader(texts);
        reader.read();
        return reader.faults;
    }

    /**
     * Reads a claim from its columns' texts.
     *
     * @throws RejectedClaimsException with every fault of the claim
     */
    static Claim read(Map<String, String> texts) {
        ClaimReader reader = new ClaimReader(texts);
        Optional<Claim> claim = reader.read();
        return claim.orElseThrow(() -> new RejectedClaimsException(reader.faults));
    }

    private Optional<Claim> read() {
        for (String required : List.of("claim_id", "subject", "metric", "unit")) {
            if (text(required).isEmpty()) {
                fault(required + " is empty; write one");
            }
        }
        Unit unit = Unit.parse(text("unit").isEmpty() ? "unknown" : text("unit"));
        Optional<Span> value = value(unit);
        OptionalInt year = year();
        Optional<Comparator> comparator = comparator();
        checkRegion("region");
        checkRegion("comparison_region");
        return faults.isEmpty() ? Optional.of(claim(unit, value, year, comparator)) : Optional.empty();
    }

    private Claim claim(Unit unit, Optional<Span> value, OptionalInt year, Optional<Comparator> comparator) {
        String statement = text("statement").isEmpty() ? text("subject") : text("statement");
        return new Claim(
                text("claim_id"),
                text("article"),
                text("subject"),
                text("metric"),
                text("region"),
                text("comparison_region"),
                year,
                value,
                unit.isDate() || value.isEmpty() ? 0 : halfDigit(text("value")),
                text("value") + (text("value_high").isEmpty() ? "" : " to " + text("value_high")),
                unit,
                comparator
                        .or(() -> Comparator.readFrom(statement, text("value")))
                        .orElse(Comparator.EXACTLY),
                text("basis"),
                text("comparison"),
                statement);
    }

    private Optional<Span> value(Unit unit) {
        if (text("value").isEmpty()) {
            if (!text("value_high").isEmpty()) {
                fault("value_high is '" + text("value_high") + "' but value is empty; write the low end");
            }
            return Optional.empty();
        }
        Optional<Span> low = end("value", unit);
        Optional<Span> high = text("value_high").isEmpty() ? low : end("value_high", unit);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (high.get().high() < low.get().low()) {
            fault("value_high " + text("value_high") + " is below value " + text("value") + "; exchange them");
            return Optional.empty();
        }
        return Optional.of(new Span(low.get().low(), high.get().high()));
    }

    private Optional<Span> end(String column, Unit unit) {
        Optional<Span> read = unit.isDate()
                ? DateSpan.parse(text(column)).map(DateSpan::days)
                : number(text(column)).map(Span::of);
        if (read.isEmpty()) {
            fault(column + " '" + text(column) + "' is no "
                    + (unit.isDate()
                            ? "date; write 2025-09-22, 2025-09, 2025-Q3, 2025-H2 or 2025"
                            : "number; write digits with a decimal point, without separators"));
        }
        return read;
    }

    private static Optional<Double> number(String text) {
        try {
            double value = new BigDecimal(text).doubleValue();
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // the caller tells the fault with its column
        }
    }

    static double halfDigit(String printed) {
        return StrictMath.pow(10, -StrictMath.max(0, new BigDecimal(printed).scale())) / 2;
    }

    private OptionalInt year() {
        String year = text("year");
        if (year.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!year.matches("\\d{4}")) {
            fault("year '" + year + "' is no year; write four digits or leave it empty");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(year));
    }

    private Optional<Comparator> comparator() {
        if (text("comparator").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Comparator.parse(text("comparator")));
        } catch (IllegalArgumentException e) {
            fault("comparator '" + text("comparator")
                    + "' is unknown; write about, more_than, at_least, up_to, less_than or exactly");
            return Optional.empty();
        }
    }

    private void checkRegion(String column) {
        if (!text(column).isEmpty() && !text(column).matches(REGION)) {
            fault(column + " '" + text(column) + "' is no region code; write USA, US-VA, WORLD or USA+CHN");
        }
    }

    private String text(String column) {
        String text = texts.get(column);
        return text == null ? "" : text.trim();
    }

    private void fault(String what) {
        faults.add("claim '" + text("claim_id") + "': " + what);
    }
}
