package org.electrongap.share.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The judged inputs of one region: checked as a whole when they are put together, and never changed after.
 *
 * <p>A name may have several rows, one a year.
 */
public final class Assumptions {

    private final NavigableMap<String, Assumption> byKey;

    private Assumptions(NavigableMap<String, Assumption> byKey) {
        this.byKey = byKey;
    }

    /**
     * The assumptions, checked.
     *
     * @throws InvalidAssumptionsException naming every fault: a key twice, a spread that is missing or negative, a
     *     probability outside 0 to 1, weights that do not add to 1
     */
    public static Assumptions of(Collection<Assumption> rows) {
        List<String> faults = new ArrayList<>();
        NavigableMap<String, Assumption> byKey = new TreeMap<>();
        for (Assumption row : rows) {
            faults.addAll(AssumptionRules.faultsOf(row));
            if (byKey.put(row.key(), row) != null) {
                faults.add("assumption '" + row.key() + "' is there twice: keep one row");
            }
        }
        faults.addAll(AssumptionRules.weightFaults(byKey.values()));
        if (!faults.isEmpty()) {
            throw new InvalidAssumptionsException(faults);
        }
        return new Assumptions(byKey);
    }

    /** All rows, by key. */
    public Collection<Assumption> rows() {
        return byKey.values();
    }

    /** Whether there is a row of that name. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The row of that name; the one of the earliest year where there are several. */
    public Optional<Assumption> find(String name) {
        return byKey.containsKey(name)
                ? Optional.of(byKey.get(name))
                : byYear(name).values().stream().findFirst();
    }

    /**
     * The row of that name.
     *
     * @throws InvalidAssumptionsException when there is none
     */
    public Assumption require(String name) {
        return find(name)
                .orElseThrow(() -> new InvalidAssumptionsException(
                        List.of("assumption '" + name + "' is missing: add a row for it to the assumptions")));
    }

    /** The rows of that name which hold for a year, by year. */
    public NavigableMap<Integer, Assumption> byYear(String name) {
        NavigableMap<Integer, Assumption> rows = new TreeMap<>();
        byKey.subMap(name + "@", true, name + "A", false)
                .values()
                .forEach(row -> rows.put(row.year().getAsInt(), row));
        return rows;
    }

    /** The names that begin with a prefix, without it, with their rows. */
    public Map<String, Assumption> family(String prefix) {
        Map<String, Assumption> family = new TreeMap<>();
        for (Assumption row : byKey.values()) {
            if (row.name().startsWith(prefix)) {
                family.put(row.name().substring(prefix.length()), row);
            }
        }
        return family;
    }

    /** These assumptions with one row replaced or added; the weights are not checked again. */
    public Assumptions with(Assumption row) {
        NavigableMap<String, Assumption> changed = new TreeMap<>(byKey);
        changed.put(row.key(), row);
        return new Assumptions(changed);
    }

    /** These assumptions without the rows of that name. */
    public Assumptions without(String name) {
        NavigableMap<String, Assumption> changed = new TreeMap<>(byKey);
        changed.values().removeIf(row -> row.name().equals(name));
        return new Assumptions(changed);
    }
}
