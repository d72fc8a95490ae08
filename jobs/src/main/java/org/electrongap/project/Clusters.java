package org.electrongap.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.electrongap.project.LinkageRules.Limit;

/**
 * Divides records that links have chained together into clusters whose records agree with each other.
 *
 * <p>Every pair of them counts with its score less the threshold, within limits; two clusters become one while the mean over
 * the pairs between them is not negative, the greatest mean first (average linkage, Sokal and Michener 1958; what is sought
 * is a correlation clustering, Bansal, Blum and Chawla 2004). A chain of neighbours falls apart where most of what it joins
 * contradicts itself: other builders, other parcels, far places.
 */
final class Clusters {

    private final double[][] sums;
    private final int[] sizes;
    private final int[] partners;
    private final int[] cluster;

    private Clusters(double[][] pairs) {
        sums = pairs;
        sizes = new int[pairs.length];
        partners = new int[pairs.length];
        cluster = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            sizes[i] = 1;
            cluster[i] = i;
        }
    }

    /**
     * The clusters.
     *
     * @param linked records that links have joined, in any order
     * @param forced pairs that the user declared the same
     * @return each record once; the clusters and the records in them by number
     */
    static List<List<Member>> of(List<Member> linked, PairComparison comparison, Set<Link> forced) {
        List<Member> sorted = new ArrayList<>(linked);
        sorted.sort(Comparator.comparingLong(Member::number));
        if (sorted.size() < 3) {
            return List.of(sorted);
        }
        List<List<Member>> clusters = new ArrayList<>();
        for (List<Member> part : parts(sorted, comparison.rules())) {
            clusters.addAll(new Clusters(weights(part, comparison)).joined(part));
        }
        forced.stream().sorted(Link.STRONGEST_FIRST).forEach(link -> force(link, clusters));
        clusters.sort(Comparator.comparingLong(members -> members.get(0).number()));
        return clusters;
    }

    /** Joins the clusters of a pair whatever their records say; the other records keep the company that they have. */
    private static void force(Link link, List<List<Member>> clusters) {
        List<List<Member>> holding = clusters.stream()
                .filter(members ->
                        members.stream().anyMatch(member -> member.number() == link.a() || member.number() == link.b()))
                .toList();
        if (holding.size() == 2) {
            List<Member> joined = new ArrayList<>(holding.get(0));
            joined.addAll(holding.get(1));
            joined.sort(Comparator.comparingLong(Member::number));
            clusters.removeIf(members -> members == holding.get(0) || members == holding.get(1));
            clusters.add(joined);
        }
    }

    /** What is too large to be weighed as a whole is cut where its records lie, so that the cost stays bounded. */
    private static List<List<Member>> parts(List<Member> sorted, LinkageRules rules) {
        int largest = (int) rules.limit(Limit.LARGEST_CLUSTER);
        if (sorted.size() <= largest) {
            return List.of(sorted);
        }
        BlockKeys keys = new BlockKeys(rules);
        List<Member> byPlace = new ArrayList<>(sorted);
        byPlace.sort(Comparator.comparing((Member member) -> keys.order(member.record()))
                .thenComparingLong(Member::number));
        List<List<Member>> parts = new ArrayList<>();
        for (int start = 0; start < byPlace.size(); start += largest) {
            List<Member> part = new ArrayList<>(byPlace.subList(start, Math.min(start + largest, byPlace.size())));
            part.sort(Comparator.comparingLong(Member::number));
            parts.add(part);
        }
        return parts;
    }

    private static double[][] weights(List<Member> members, PairComparison comparison) {
        List<Compared> compared =
                members.stream().map(member -> Compared.of(member.record())).toList();
        double[][] weights = new double[members.size()][members.size()];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < i; j++) {
                weights[i][j] = weight(comparison, compared.get(i), compared.get(j));
                weights[j][i] = weights[i][j];
            }
        }
        return weights;
    }

    /**
     * A pair below the threshold counts no more than what speaks against it: lacking evidence is no contradiction, except
     * that of two places.
     */
    private static double weight(PairComparison comparison, Compared a, Compared b) {
        PairScore score = comparison.best(a, b);
        LinkageRules rules = comparison.rules();
        double most = rules.limit(Limit.FOR_MOST);
        double above = score.bits() - comparison.threshold(score.hypothesis());
        if (above >= 0 || score.hypothesis() == Hypothesis.FILING) {
            return Math.max(-most, Math.min(most, above));
        }
        double least = Math.min(0, score.bits("location")) - rules.limit(Limit.AGAINST_MOST);
        return Math.max(Math.max(least, above), score.contradiction());
    }

    private List<List<Member>> joined(List<Member> members) {
        for (int i = 0; i < sizes.length; i++) {
            partners[i] = partner(i);
        }
        for (int i = best(); i >= 0; i = best()) {
            join(i, partners[i]);
        }
        List<List<Member>> found = new ArrayList<>();
        int[] place = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            if (cluster[i] == i) {
                place[i] = found.size();
                found.add(new ArrayList<>());
            }
            found.get(place[cluster[i]]).add(members.get(i));
        }
        return found;
    }

    /** The cluster with the greatest mean to its partner that is not negative; -1 when there is none. */
    private int best() {
        int best = -1;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0
                    && partners[i] >= 0
                    && mean(i, partners[i]) >= 0
                    && (best < 0 || mean(i, partners[i]) > mean(best, partners[best]))) {
                best = i;
            }
        }
        return best;
    }

    /** The cluster behind i to which the mean is greatest; -1 when there is none. */
    private int partner(int i) {
        int partner = -1;
        for (int j = i + 1; j < sizes.length; j++) {
            if (sizes[j] > 0 && (partner < 0 || mean(i, j) > mean(i, partner))) {
                partner = j;
            }
        }
        return partner;
    }

    private double mean(int i, int j) {
        return sums[i][j] / ((double) sizes[i] * sizes[j]);
    }

    private void join(int kept, int joined) {
        for (int i = 0; i < sizes.length; i++) {
            sums[kept][i] += sums[joined][i];
            sums[i][kept] = sums[kept][i];
            cluster[i] = cluster[i] == joined ? kept : cluster[i];
        }
        sizes[kept] += sizes[joined];
        sizes[joined] = 0;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0 && (i == kept || partners[i] == joined || partners[i] == kept || i < kept)) {
                partners[i] = partner(i);
            }
        }
    }
}
