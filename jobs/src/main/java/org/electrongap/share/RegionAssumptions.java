package org.electrongap.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.DistributionKind;
import org.electrongap.share.simulation.InvalidAssumptionsException;

/**
 * The assumptions of a region: its own rows, what holds in every country, and for the errors of forecasters, the weights, the
 * thresholds and the way in which growth fades the rows of the United States, on which they were judged.
 */
final class RegionAssumptions {

    private static final String WORLD = "WORLD";
    private static final String USA = "USA";

    /** Names, or their beginnings, of the rows that every region borrows from the United States when it has none. */
    private static final List<String> BORROWED = List.of(
            "published_log_error",
            "vintage_log_error_5_years",
            "weight_",
            "share_threshold_",
            "horizon_last_year",
            "load_factor",
            "datacenter_peak_load_factor",
            "growth_damping",
            "growth_final",
            "growth_noise");

    /** Names, or their beginnings, of rows for WORLD that hold in every country; its other rows are of the world itself. */
    private static final List<String> EVERYWHERE = List.of("pue", "derating_factor_");

    /** Families to which a user may add a row of his own: another threshold, another build rate. */
    private static final List<String> OPEN = List.of("share_threshold_", "build_rate_");

    private final Map<String, Map<String, AssumptionRow>> byRegion;

    private RegionAssumptions(Map<String, Map<String, AssumptionRow>> byRegion) {
        this.byRegion = byRegion;
    }

    /**
     * The rows, of each key the newest edition, with the overrides put in.
     *
     * @throws InvalidAssumptionsException naming every fault: an override of an assumption that does not exist (with the
     *     nearest that does), an unknown distribution, and all of {@link Assumptions#of}
     */
    static RegionAssumptions of(List<AssumptionRow> rows, List<AssumptionOverride> overrides) {
        Map<String, Map<String, AssumptionRow>> byRegion = new TreeMap<>();
        rows.forEach(row -> byRegion.computeIfAbsent(row.region(), region -> new TreeMap<>())
                .put(row.key(), row));
        RegionAssumptions assumptions = new RegionAssumptions(byRegion);
        List<String> faults = new ArrayList<>();
        overrides.forEach(override -> assumptions.apply(override, faults));
        assumptions.checkDistributions(faults);
        assumptions.checkValues(faults);
        if (!faults.isEmpty()) {
            throw new InvalidAssumptionsException(faults);
        }
        return assumptions;
    }

    /** The assumptions of a region. */
    Assumptions of(String region) {
        Map<String, AssumptionRow> rows = new TreeMap<>();
        if (!region.equals(USA)) {
            borrowed(USA, BORROWED).forEach(row -> rows.put(row.key(), row.borrowedFrom(USA)));
        }
        borrowed(WORLD, EVERYWHERE).forEach(row -> rows.put(row.key(), row));
        rows.putAll(byRegion.getOrDefault(region, Map.of()));
        return Assumptions.of(known(rows.values()));
    }

    private List<AssumptionRow> borrowed(String region, List<String> beginnings) {
        return byRegion.getOrDefault(region, Map.of()).values().stream()
                .filter(row -> beginnings.stream().anyMatch(row.name()::startsWith))
                .toList();
    }

    private void apply(AssumptionOverride override, List<String> faults) {
        List<AssumptionRow> ofName = byRegion.getOrDefault(override.region(), Map.of()).values().stream()
                .filter(row -> row.name().equals(override.name()))
                .toList();
        if (ofName.isEmpty() && isAdded(override)) {
            return;
        }
        if (ofName.isEmpty()) {
            faults.add(override.origin() + ": " + unknown(override));
            return;
        }
        List<AssumptionRow> matching = ofName.stream()
                .filter(row -> ofName.size() == 1 && override.year().isEmpty()
                        || row.year().equals(override.year()))
                .toList();
        if (matching.isEmpty()) {
            faults.add(override.origin() + ": assumption '" + override.name() + "' has rows for "
                    + ofName.stream().map(AssumptionRow::key).collect(Collectors.joining(", "))
                    + ": name one of these years");
        }
        matching.forEach(row -> byRegion.get(override.region()).put(row.key(), row.changed(override)));
    }

    /** Adds a row to an open family or for another region, in the form of a row that is there; false where there is none. */
    private boolean isAdded(AssumptionOverride override) {
        Optional<AssumptionRow> sibling = siblingInFamily(override).or(() -> siblingElsewhere(override));
        sibling.map(row -> row.named(override.name(), override.region(), override.year())
                        .changed(override))
                .ifPresent(row -> byRegion.computeIfAbsent(override.region(), region -> new TreeMap<>())
                        .put(row.key(), row));
        return sibling.isPresent();
    }

    private Optional<AssumptionRow> siblingInFamily(AssumptionOverride override) {
        return OPEN.stream()
                .filter(override.name()::startsWith)
                .flatMap(family -> byRegion.getOrDefault(override.region(), Map.of()).values().stream()
                        .filter(row -> row.name().startsWith(family)))
                .findFirst();
    }

    /** The row of the same name, and year where one is named, of another region whose share is forecast. */
    private Optional<AssumptionRow> siblingElsewhere(AssumptionOverride override) {
        if (!isForecast(override.region())) {
            return Optional.empty();
        }
        return byRegion.values().stream()
                .flatMap(rows -> rows.values().stream())
                .filter(row -> row.name().equals(override.name())
                        && row.year().isPresent() == override.year().isPresent())
                .findFirst();
    }

    private String unknown(AssumptionOverride override) {
        TreeSet<String> names = new TreeSet<>();
        byRegion.values().forEach(rows -> rows.values().forEach(row -> names.add(row.name())));
        if (names.contains(override.name()) && isForecast(override.region())) {
            return otherYears(override);
        }
        if (names.contains(override.name())) {
            return "assumption '" + override.name() + "' has no row for region " + override.region()
                    + "; it has one for " + regionsOf(override.name());
        }
        return "there is no assumption '" + override.name() + "'"
                + NearestName.to(override.name(), names)
                        .map(name -> ": did you mean '" + name + "'?")
                        .orElse(": the names are " + String.join(", ", names));
    }

    private static boolean isForecast(String region) {
        return Arrays.asList(ShareRegion.codes()).contains(region);
    }

    /** Why a row for a region whose share is forecast has no like elsewhere: only one of them states a year. */
    private String otherYears(AssumptionOverride override) {
        String years = byRegion.values().stream()
                .flatMap(rows -> rows.values().stream())
                .filter(row -> row.name().equals(override.name()) && row.year().isPresent())
                .map(row -> row.year().getAsInt() + " (" + row.region() + ")")
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
        return "assumption '" + override.name() + "' of " + override.region()
                + (override.year().isEmpty()
                        ? " needs a year, and the column year is empty; elsewhere it has rows for " + years
                        : " holds for all years, and the column year says "
                                + override.year().getAsInt() + "; leave it empty");
    }

    private String regionsOf(String name) {
        return byRegion.entrySet().stream()
                .filter(entry -> entry.getValue().values().stream()
                        .anyMatch(row -> row.name().equals(name)))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private void checkDistributions(List<String> faults) {
        byRegion.values()
                .forEach(rows -> rows.values().stream()
                        .filter(row -> row.assumption().isEmpty())
                        .forEach(row -> faults.add("assumption '" + row.key() + "' of " + row.region()
                                + ": unknown distribution '" + row.distribution() + "'; the distributions are "
                                + DistributionKind.codes())));
    }

    private void checkValues(List<String> faults) {
        byRegion.forEach((region, rows) -> {
            try {
                Assumptions.of(known(rows.values()));
            } catch (InvalidAssumptionsException e) {
                e.faults().forEach(fault -> faults.add(region + ": " + fault));
            }
        });
    }

    private static List<Assumption> known(Collection<AssumptionRow> rows) {
        return rows.stream().flatMap(row -> row.assumption().stream()).toList();
    }
}
