package org.electrongap.project;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrongap.project.LinkageRules.Limit;

/**
 * Compares two records field by field under a hypothesis. A field that one record lacks says nothing.
 *
 * @param rules weights and limits
 */
public record PairComparison(LinkageRules rules) implements Serializable {

    private static final Set<String> NAMES_OF_PARKS = Set.of("same", "contained");

    private static final double[] DISTANCES_KM = {0.1, 0.3, 1, 5, 25};
    private static final String[] DISTANCE_LEVELS = {
        "within_100_m", "within_300_m", "within_1_km", "within_5_km", "within_25_km"
    };
    private static final int EXACT_SPAN_DAYS = 7;

    /** Compares as one campus. */
    public PairScore campus(ProjectRecord a, ProjectRecord b) {
        return score(Hypothesis.CAMPUS, a, b);
    }

    /** Compares as two filings of one project: the places are not looked at. */
    public PairScore filing(ProjectRecord a, ProjectRecord b) {
        return score(Hypothesis.FILING, a, b);
    }

    /** Filings, where the records lie in different subdivisions and not near each other; else one campus. */
    public PairScore best(ProjectRecord a, ProjectRecord b) {
        return elsewhere(a, b) ? filing(a, b) : campus(a, b);
    }

    /** Whether the score reaches the threshold of its hypothesis. */
    public boolean merges(PairScore score) {
        return score.bits() >= threshold(score.hypothesis());
    }

    /** The threshold of a hypothesis in bits. */
    public double threshold(Hypothesis hypothesis) {
        return rules.limit(hypothesis == Hypothesis.CAMPUS ? Limit.CAMPUS_MERGE : Limit.FILING_MERGE);
    }

    private PairScore score(Hypothesis hypothesis, ProjectRecord a, ProjectRecord b) {
        List<Agreement> agreements = new ArrayList<>();
        add(agreements, hypothesis, "developer", developer(a, b));
        add(agreements, hypothesis, "tenant", tenant(a, b));
        add(agreements, hypothesis, "name", hypothesis == Hypothesis.CAMPUS ? nameOfCampus(a, b) : name(a, b));
        add(agreements, hypothesis, "building", building(a, b));
        if (hypothesis == Hypothesis.CAMPUS) {
            add(agreements, hypothesis, "location", location(a, b));
            add(agreements, hypothesis, "utility", utility(a, b));
        }
        add(agreements, hypothesis, "power", power(a, b));
        add(agreements, hypothesis, "announced", announced(a, b));
        return new PairScore(hypothesis, agreements);
    }

    private void add(List<Agreement> agreements, Hypothesis hypothesis, String field, Optional<String> level) {
        level.ifPresent(l -> agreements.add(new Agreement(field, l, rules.bits(hypothesis, field, l))));
    }

    private Optional<String> developer(ProjectRecord a, ProjectRecord b) {
        if (a.builders().isEmpty() || b.builders().isEmpty()) {
            return Optional.empty();
        }
        List<String> shared =
                a.builders().stream().filter(b.builders()::contains).toList();
        if (!shared.isEmpty()) {
            boolean large = rules.vocabulary().large().containsAll(shared);
            return Optional.of(large ? "same_large" : "same");
        }
        return Optional.of(meet(parties(a), parties(b)) ? "party" : "differs");
    }

    /** A tenant that builds for itself tells nothing beyond the builder. */
    private static Optional<String> tenant(ProjectRecord a, ProjectRecord b) {
        if (a.tenants().isEmpty() || b.tenants().isEmpty()) {
            return Optional.empty();
        }
        if (!meet(a.tenants(), b.tenants())) {
            return Optional.of("differs");
        }
        boolean builds = a.tenants().stream()
                .filter(b.tenants()::contains)
                .allMatch(
                        tenant -> a.builders().contains(tenant) && b.builders().contains(tenant));
        return builds ? Optional.empty() : Optional.of("same");
    }

    /**
     * Two builders in one business park both carry its name: where neither builder nor user is shared, a shared name tells
     * the park and not the campus.
     */
    private Optional<String> nameOfCampus(ProjectRecord a, ProjectRecord b) {
        boolean strangers = developer(a, b).filter("differs"::equals).isPresent()
                && tenant(a, b).filter("same"::equals).isEmpty();
        return name(a, b).map(level -> strangers && NAMES_OF_PARKS.contains(level) ? level + "_of_strangers" : level);
    }

    private static Optional<String> name(ProjectRecord a, ProjectRecord b) {
        Set<String> left = ownWords(a, b);
        Set<String> right = ownWords(b, a);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        if (left.equals(right)) {
            return Optional.of("same");
        }
        if (left.containsAll(right) || right.containsAll(left)) {
            return Optional.of("contained");
        }
        return Optional.of(meet(left, right) ? "partly" : "differs");
    }

    private static Optional<String> building(ProjectRecord a, ProjectRecord b) {
        Set<String> left = a.name().buildings();
        Set<String> right = b.name().buildings();
        return left.isEmpty() || right.isEmpty()
                ? Optional.empty()
                : Optional.of(meet(left, right) ? "same" : "differs");
    }

    private static Optional<String> location(ProjectRecord a, ProjectRecord b) {
        if (a.point().isPresent() && b.point().isPresent()) {
            return Optional.of(distance(a.point().get(), b.point().get()));
        }
        if (a.subdivisions().isEmpty() || b.subdivisions().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(meet(a.subdivisions(), b.subdivisions()) ? inSubdivision(a, b) : "other_subdivision");
    }

    private static String distance(GeoPoint a, GeoPoint b) {
        double km = a.distanceKm(b);
        for (int i = 0; i < DISTANCES_KM.length; i++) {
            if (km <= DISTANCES_KM[i]) {
                return DISTANCE_LEVELS[i];
            }
        }
        return "beyond_25_km";
    }

    private static String inSubdivision(ProjectRecord a, ProjectRecord b) {
        if (meet(a.places(), b.places())) {
            return "same_place";
        }
        if (!a.county().isEmpty() && !b.county().isEmpty()) {
            return a.county().equals(b.county()) ? "same_county" : "other_county";
        }
        return a.places().isEmpty() || b.places().isEmpty() ? "same_subdivision" : "other_place";
    }

    private static Optional<String> utility(ProjectRecord a, ProjectRecord b) {
        return a.utility().isEmpty() || b.utility().isEmpty()
                ? Optional.empty()
                : Optional.of(a.utility().equals(b.utility()) ? "same" : "differs");
    }

    private Optional<String> power(ProjectRecord a, ProjectRecord b) {
        if (!a.powerKind().equals(b.powerKind()) || !positive(a) || !positive(b)) {
            return Optional.empty();
        }
        double ratio = ratio(a.powerMw().getAsDouble(), b.powerMw().getAsDouble());
        if (ratio <= 1 + rules.limit(Limit.POWER_EXACT)) {
            return Optional.of("within_2_percent");
        }
        if (ratio <= 1 + rules.limit(Limit.POWER_TOLERANCE)) {
            return Optional.of("within_15_percent");
        }
        return Optional.of(ratio <= 2 ? "within_factor_2" : "beyond");
    }

    private static Optional<String> announced(ProjectRecord a, ProjectRecord b) {
        if (a.announced().isEmpty() || b.announced().isEmpty()) {
            return Optional.empty();
        }
        DateSpan left = a.announced().get();
        DateSpan right = b.announced().get();
        long days = left.daysApart(right);
        boolean exact = left.days() <= EXACT_SPAN_DAYS && right.days() <= EXACT_SPAN_DAYS;
        if (!exact && days == 0) {
            return Optional.of("same_period");
        }
        if (exact && days <= 30) {
            return Optional.of("within_30_days");
        }
        return Optional.of(days <= 180 ? "within_180_days" : "beyond");
    }

    private static boolean elsewhere(ProjectRecord a, ProjectRecord b) {
        return location(a, b)
                .filter(level -> level.equals("other_subdivision")
                        || level.equals("beyond_25_km") && !meet(a.subdivisions(), b.subdivisions()))
                .isPresent();
    }

    private static boolean positive(ProjectRecord record) {
        return record.powerMw().isPresent() && record.powerMw().getAsDouble() > 0;
    }

    private static double ratio(double a, double b) {
        return Math.max(a, b) / Math.min(a, b);
    }

    private static Set<String> ownWords(ProjectRecord record, ProjectRecord other) {
        Set<String> words = new HashSet<>(record.name().words());
        removeParties(record, words);
        removeParties(other, words);
        return words;
    }

    /** Parents are words joined by single blanks. */
    private static void removeParties(ProjectRecord record, Set<String> words) {
        for (Set<String> parties :
                List.of(record.builders(), record.tenants(), record.name().parties())) {
            for (String party : parties) {
                for (String word : party.split(" ")) {
                    words.remove(word);
                }
            }
        }
    }

    private static Set<String> parties(ProjectRecord record) {
        Set<String> parties = new HashSet<>(record.builders());
        parties.addAll(record.tenants());
        parties.addAll(record.name().parties());
        return parties;
    }

    private static boolean meet(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }
}
