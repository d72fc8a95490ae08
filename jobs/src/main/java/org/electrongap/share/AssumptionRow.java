package org.electrongap.share;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** One region's keys together, of each the newest edition last. */
    static final Comparator<AssumptionRow> ORDER = Comparator.comparing(AssumptionRow::region)
            .thenComparing(AssumptionRow::key)
            .thenComparing(AssumptionRow::published)
            .thenComparing(AssumptionRow::edition)
            .thenComparing(AssumptionRow::source);

    /** Rows of core/assumptions, each a map from column to value, in order; those that no day can see are left out. */
    static List<AssumptionRow> of(List<Map<String, Object>> rows) {
        return rows.stream()
                .filter(row -> row.get("published") != null)
                .map(AssumptionRow::of)
                .sorted(ORDER)
                .toList();
    }

    private static AssumptionRow of(Map<String, Object> row) {
        OptionalDouble year = number(row, "year");
        return new AssumptionRow(
                (String) row.get("assumption"),
                (String) row.get("region"),
                year.isPresent() ? OptionalInt.of((int) year.getAsDouble()) : OptionalInt.empty(),
                number(row, "value").orElseThrow(),
                number(row, "low"),
                number(row, "high"),
                (String) row.get("distribution"),
                number(row, "spread"),
                number(row, "spread_2"),
                (String) row.get("unit"),
                (String) row.get("source"),
                (String) row.get("edition"),
                day(row.get("published")));
    }

    private static OptionalDouble number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    private static LocalDate day(Object cell) {
        return cell instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) cell;
    }

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

    /** A row of the same form for another name, region and year; low and high were judged for this one, and do not go over. */
    AssumptionRow named(String newName, String newRegion, OptionalInt newYear) {
        return new AssumptionRow(
                newName,
                newRegion,
                newYear,
                value,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                distribution,
                spread,
                spread2,
                unit,
                source,
                edition,
                published);
    }

    /** The same row, its source naming the region for which it was judged. */
    AssumptionRow borrowedFrom(String owner) {
        return new AssumptionRow(
                name,
                region,
                year,
                value,
                low,
                high,
                distribution,
                spread,
                spread2,
                unit,
                "as judged for " + owner + ", " + source,
                edition,
                published);
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
