package org.electrongap.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrongap.project.LinkageRules.Limit;

/**
 * Divides the records of one project into phases and says whose MW counts.
 *
 * <p>Records of one register are phases of a campus: a register seldom lists one thing twice, unless all that it says
 * agrees. Records of different registers describe one phase unless their designators differ or one is called an
 * expansion; of an expansion that an older register plans counts what the power of the campus by a newer one does not hold
 * yet. Filings in different subdivisions are alternatives, of which at most one will be built.
 */
final class PhaseAssignment {

    private static final Set<String> ELSEWHERE = Set.of("other_subdivision", PlaceComparison.OTHER_COUNTRY);
    private static final Set<String> OTHER_BUILDINGS = Set.of("differs", "other_of_series");
    private static final Set<String> PARTS = Set.of("expansion", "extension");

    private static final Set<String> UNKNOWN_KINDS = Set.of("", "unknown");

    private final PairComparison comparison;
    private final List<Member> members;
    private final List<Member> heads = new ArrayList<>();
    private final List<List<Double>> filings = new ArrayList<>();
    private final Map<Member, Placement> placements = new LinkedHashMap<>();

    private PhaseAssignment(List<Member> members, PairComparison comparison) {
        this.members = members;
        this.comparison = comparison;
    }

    /**
     * Places every member.
     *
     * @return as many placements as members, in an order that depends on the members alone
     */
    static Map<Member, Placement> of(List<Member> members, PairComparison comparison) {
        List<Member> sorted = new ArrayList<>(members);
        sorted.sort(Member.BEST_FIRST);
        PhaseAssignment assignment = new PhaseAssignment(sorted, comparison);
        for (Member member : sorted) {
            Optional<Placement> outside = assignment.outside(member, sorted);
            assignment.placements.put(member, outside.orElseGet(() -> assignment.place(member)));
        }
        return assignment.withMeanOfFilings();
    }

    private Optional<Placement> outside(Member member, List<Member> all) {
        if (member.umbrella()) {
            return Optional.of(Placement.outside(Role.UMBRELLA, "a programme whose sites are records of their own"));
        }
        return unbelievable(member, all).map(reason -> Placement.outside(Role.REJECTED, reason));
    }

    private Optional<String> unbelievable(Member member, List<Member> all) {
        double mw = member.powerMw();
        double largest = comparison.rules().limit(Limit.LARGEST_CAMPUS_MW);
        if (!(mw >= 0) || Double.isInfinite(mw)) {
            return Optional.of("power_mw is " + mw + ": power is a number and not negative");
        }
        if (mw > largest) {
            return Optional.of("power_mw is " + mw + ", above " + largest + " MW: looks like kW");
        }
        return looksLikeKilowatts(member, all)
                ? Optional.of("power_mw is " + mw + ", a thousand times that of the other records: looks like kW")
                : Optional.empty();
    }

    private boolean looksLikeKilowatts(Member member, List<Member> all) {
        double factor = comparison.rules().limit(Limit.KILOWATT_FACTOR);
        double tolerance = 1 + comparison.rules().limit(Limit.POWER_TOLERANCE);
        double[] others = all.stream()
                .filter(other -> other != member && other.powerMw() > 0)
                .filter(other ->
                        other.record().powerKind().equals(member.record().powerKind()))
                .mapToDouble(other -> member.powerMw() / other.powerMw() / factor)
                .toArray();
        return Arrays.stream(others).anyMatch(ratio -> ratio < tolerance && ratio > 1 / tolerance);
    }

    private Placement place(Member member) {
        for (int phase = 0; phase < heads.size(); phase++) {
            Optional<Placement> repeated = repeats(member, heads.get(phase), phase + 1);
            if (repeated.isPresent()) {
                if (repeated.get().role() == Role.ALTERNATIVE && member.powerMw() > 0) {
                    filings.get(phase).add(member.powerMw());
                }
                return repeated.get();
            }
        }
        return holder(member).map(holder -> rest(member, holder)).orElseGet(() -> opened(member, "", member.powerMw()));
    }

    private Placement opened(Member member, String but, double uniqueMw) {
        heads.add(member);
        filings.add(new ArrayList<>(List.of(uniqueMw)));
        return Placement.counted(heads.size(), "stands for its phase" + but, uniqueMw);
    }

    private Optional<Placement> repeats(Member member, Member head, int phase) {
        ProjectRecord a = member.record();
        ProjectRecord b = head.record();
        PairScore score = comparison.campus(a, b);
        if (isPart(a) != isPart(b)) {
            return Optional.empty();
        }
        if (ELSEWHERE.contains(score.level("location")) || farAway(a, b, score)) {
            return Optional.of(Placement.uncounted(
                    phase, Role.ALTERNATIVE, "a filing elsewhere of what " + b.id() + " describes"));
        }
        boolean oneRegister = a.id().source().equals(b.id().source());
        if (oneRegister ? !filedTwice(score) : OTHER_BUILDINGS.contains(score.level("building"))) {
            return Optional.empty();
        }
        return Optional.of(Placement.uncounted(phase, Role.DUPLICATE, "describes what " + b.id() + " describes"));
    }

    /** The campus as another register gives it, no older and in one piece, of which an expansion may be a part. */
    private record Holder(Member first, int phase, Member head) {}

    private Optional<Holder> holder(Member expansion) {
        return isPart(expansion.record()) && expansion.hasPower()
                ? placements.keySet().stream()
                        .filter(first -> isFirstPartOf(expansion.record(), first.record()))
                        .filter(first -> placements.get(first).role() == Role.DUPLICATE)
                        .map(first -> holder(first, placements.get(first).phase()))
                        .filter(holder -> isWhole(holder.head()) && mayHold(holder.head(), expansion))
                        .findFirst()
                : Optional.empty();
    }

    private Holder holder(Member first, int phase) {
        return new Holder(first, phase, heads.get(phase - 1));
    }

    /** Whether a register names no part of the campus an expansion. */
    private boolean isWhole(Member head) {
        return members.stream().noneMatch(other -> ofOneRegister(other, head) && isPart(other.record()));
    }

    private static boolean mayHold(Member head, Member expansion) {
        Set<String> kinds = new HashSet<>(
                List.of(head.record().powerKind(), expansion.record().powerKind()));
        kinds.removeAll(UNKNOWN_KINDS);
        return !ofOneRegister(head, expansion)
                && !head.published().isBefore(expansion.published())
                && kinds.size() <= 1;
    }

    /** Of first part and expansion together counts what exceeds the campus as its holder's register gives it. */
    private Placement rest(Member expansion, Holder holder) {
        BigDecimal held = heads.stream()
                .filter(head -> ofOneRegister(head, holder.head()) && mayHold(head, expansion))
                .filter(head -> !OTHER_BUILDINGS.contains(comparison
                        .campus(head.record(), holder.first().record())
                        .level("building")))
                .map(head -> Conservation.exact(head.powerMw()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal planned = Conservation.exact(holder.first().powerMw());
        double beyond = planned.add(Conservation.exact(expansion.powerMw()))
                .subtract(held)
                .doubleValue();
        RecordId by = holder.head().record().id();
        if (beyond <= 0) {
            return Placement.uncounted(holder.phase(), Role.DUPLICATE, "an expansion that " + by + " holds already");
        }
        return beyond >= expansion.powerMw()
                ? opened(expansion, "", expansion.powerMw())
                : opened(expansion, ", without what " + by + " holds already", beyond);
    }

    private static boolean ofOneRegister(Member a, Member b) {
        return a.record().id().source().equals(b.record().id().source());
    }

    /** Whether two records of one register differ in the word for a part alone. */
    private static boolean isFirstPartOf(ProjectRecord part, ProjectRecord first) {
        Set<String> buildings = new HashSet<>(part.name().buildings());
        buildings.removeAll(PARTS);
        return first.id().source().equals(part.id().source())
                && first.name().words().equals(part.name().words())
                && first.name().buildings().equals(buildings);
    }

    private static boolean farAway(ProjectRecord a, ProjectRecord b, PairScore score) {
        return score.level("location").equals("beyond_25_km")
                && a.subdivisions().stream().noneMatch(b.subdivisions()::contains);
    }

    private static boolean filedTwice(PairScore score) {
        boolean onePlace = Set.of("within_100_m", "same_place", "same_county").contains(score.level("location"));
        return onePlace
                && score.level("name").equals("same")
                && !OTHER_BUILDINGS.contains(score.level("building"))
                && score.level("power").equals("within_2_percent");
    }

    private static boolean isPart(ProjectRecord record) {
        return record.name().buildings().stream().anyMatch(PARTS::contains);
    }

    private Map<Member, Placement> withMeanOfFilings() {
        placements.replaceAll((member, placement) -> placement.role() == Role.COUNTED
                ? placement.ifBuilt(mean(filings.get(placement.phase() - 1)))
                : placement);
        return placements;
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }
}
