package org.electrongap.project;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrongap.project.LinkageRules.Limit;
import org.electrongap.project.LinkageRules.Weighed;

/** Compares two records field by field under a hypothesis. A field that one record lacks says nothing. */
public final class PairComparison implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int EXACT_SPAN_DAYS = 7;

    private final LinkageRules rules;
    private final NameComparison names;
    private final HashMap<Weighed, Agreement> agreements = new HashMap<>();

    /** Compares by these weights and limits. */
    public PairComparison(LinkageRules rules) {
        this.rules = rules;
        this.names = new NameComparison(rules.vocabulary());
        rules.bits()
                .forEach((weighed, bits) ->
                        agreements.put(weighed, Agreement.of(weighed.field(), weighed.level(), bits)));
    }

    /** The weights and limits. */
    public LinkageRules rules() {
        return rules;
    }

    /** Compares as one campus. */
    public PairScore campus(ProjectRecord a, ProjectRecord b) {
        return score(Hypothesis.CAMPUS, Compared.of(a), Compared.of(b), PlaceComparison.location(a, b));
    }

    /** Compares as two filings of one project: the places are not looked at. */
    public PairScore filing(ProjectRecord a, ProjectRecord b) {
        return score(Hypothesis.FILING, Compared.of(a), Compared.of(b), Optional.empty());
    }

    /** Filings, where the records lie in different subdivisions and not near each other; else one campus. */
    public PairScore best(ProjectRecord a, ProjectRecord b) {
        return best(Compared.of(a), Compared.of(b));
    }

    /** The same of records that were prepared. */
    PairScore best(Compared a, Compared b) {
        Optional<String> location = PlaceComparison.location(a.record(), b.record());
        boolean elsewhere = location.isPresent() && isElsewhere(location.get(), a.record(), b.record());
        return score(elsewhere ? Hypothesis.FILING : Hypothesis.CAMPUS, a, b, location);
    }

    /** Whether the score reaches the threshold of its hypothesis. */
    public boolean merges(PairScore score) {
        return score.bits() >= threshold(score.hypothesis());
    }

    /** The threshold of a hypothesis in bits. */
    public double threshold(Hypothesis hypothesis) {
        return rules.limit(hypothesis == Hypothesis.CAMPUS ? Limit.CAMPUS_MERGE : Limit.FILING_MERGE);
    }

    private PairScore score(Hypothesis hypothesis, Compared a, Compared b, Optional<String> location) {
        List<Agreement> found = new ArrayList<>(8);
        Optional<String> developer = developer(a, b);
        Optional<String> tenant = tenant(a, b);
        boolean strangers = developer.filter("differs"::equals).isPresent()
                && tenant.filter("same"::equals).isEmpty();
        add(found, hypothesis, "developer", developer);
        add(found, hypothesis, "tenant", tenant);
        boolean inOnePark = hypothesis == Hypothesis.CAMPUS && strangers;
        add(found, hypothesis, "name", inOnePark ? names.ofStrangers(a, b, location) : names.level(a, b, location));
        add(found, hypothesis, "building", NameComparison.building(a.record(), b.record(), location));
        if (hypothesis == Hypothesis.CAMPUS) {
            add(found, hypothesis, "location", location);
            add(found, hypothesis, "lot", PlaceComparison.lot(a.record(), b.record()));
            add(found, hypothesis, "utility", utility(a.record(), b.record()));
        }
        add(found, hypothesis, "power", power(a.record(), b.record()));
        add(found, hypothesis, "announced", announced(a.record(), b.record()));
        return new PairScore(hypothesis, found);
    }

    private void add(List<Agreement> found, Hypothesis hypothesis, String field, Optional<String> level) {
        if (level.isPresent()) {
            Agreement known = agreements.get(new Weighed(hypothesis.code(), field, level.get()));
            found.add(known != null ? known : missing(hypothesis, field, level.get()));
        }
    }

    /** The rules say what is missing. */
    private Agreement missing(Hypothesis hypothesis, String field, String level) {
        return Agreement.of(field, level, rules.bits(hypothesis, field, level));
    }

    private Optional<String> developer(Compared a, Compared b) {
        if (a.builders().isEmpty() || b.builders().isEmpty()) {
            return Optional.empty();
        }
        if (Compared.meet(a.builders(), b.builders())) {
            Set<String> shared = new HashSet<>(a.builders());
            shared.retainAll(b.builders());
            return Optional.of(sameParent(shared));
        }
        Set<String> parties = new HashSet<>(a.parties());
        parties.retainAll(b.parties());
        return Optional.of(parties.isEmpty() ? "differs" : party(parties));
    }

    /** What sharing these parents says: the rarest of them decides. */
    private String sameParent(Set<String> shared) {
        Vocabulary vocabulary = rules.vocabulary();
        if (vocabulary.large().containsAll(shared)) {
            return "same_large";
        }
        boolean frequent = shared.stream()
                .allMatch(parent -> vocabulary.large().contains(parent)
                        || vocabulary.frequent().parents().contains(parent));
        return frequent ? "same_frequent" : "same";
    }

    /** What it says that the builder of one record is the user of the other. */
    private String party(Set<String> shared) {
        return rules.vocabulary().large().containsAll(shared) ? "party_large" : "party";
    }

    /** A tenant that builds, for itself or in one of the records, tells nothing beyond the builder. */
    private static Optional<String> tenant(Compared a, Compared b) {
        Set<String> left = a.record().tenants();
        Set<String> right = b.record().tenants();
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        if (!Compared.meet(left, right)) {
            return Optional.of("differs");
        }
        for (String tenant : left) {
            boolean builds = a.builders().contains(tenant) || b.builders().contains(tenant);
            if (right.contains(tenant) && !builds) {
                return Optional.of("same");
            }
        }
        return Optional.empty();
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

    private static boolean isElsewhere(String location, ProjectRecord a, ProjectRecord b) {
        return location.equals("other_subdivision")
                || location.equals(PlaceComparison.OTHER_COUNTRY)
                || location.equals("beyond_25_km") && !Compared.meet(a.subdivisions(), b.subdivisions());
    }

    private static boolean positive(ProjectRecord record) {
        return record.powerMw().isPresent() && record.powerMw().getAsDouble() > 0;
    }

    private static double ratio(double a, double b) {
        return Math.max(a, b) / Math.min(a, b);
    }
}
