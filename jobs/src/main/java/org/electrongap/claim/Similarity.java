package org.electrongap.claim;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How well a named figure answers a claim, from the words of both.
 *
 * <p>Names weigh alike, other words by their rarity among the figures. The score is the mean of two parts: how much of the claim's subject the
 * figure has, and how much of the figure's subject the claim has. A name weighs as much as a word
 * that no figure has, other words {@value #PLAIN_WORD} of their weight.
 */
final class Similarity {

    /** Figures below this score speak of something else. */
    static final double THRESHOLD = 0.5;

    /** Of the names in a claim's subject, this part must stand in the figure. */
    private static final double NAMES_NEEDED = 0.6;

    private static final double PLAIN_WORD = 0.4;
    /** Each side must have this part of the other's words. */
    private static final double EACH_SIDE = 0.3;

    /** A claim without names is recognised by its words alone: the figure must have this part of them. */
    private static final double WORDS_NEEDED = 0.6;

    /** Words that say how a number is meant; the sort of number and the unit are compared apart. */
    private static final Set<String> RELATION_WORDS = Set.of(
            "part",
            "share",
            "ratio",
            "change",
            "number",
            "level",
            "rate",
            "versus",
            "equivalent",
            "current",
            "annual",
            "year");

    /** Words that single out a part of a whole: what is said of the part is no figure of the whole. */
    private static final Set<String> PART_WORDS = Set.of("first", "initial", "tranche", "phase", "instalment");

    /** What a share is of: a share of the electricity answers no question about a share of the investment. */
    private static final Set<String> SHARED_WORDS = Set.of("investment", "cost", "price", "emission", "revenue", "job");

    private static final double SAME_QUANTITY = 0.1;
    private static final double SAME_REGION = 0.05;

    private final EvidenceIndex index;
    private final Claim claim;
    private final Set<String> subject;
    private final Set<String> names;
    private final Set<String> words;
    private final Set<String> statedNames;
    private final Set<String> withStatedNames;
    private final Set<String> deciding;

    Similarity(EvidenceIndex index, Claim claim) {
        this.index = index;
        this.claim = claim;
        names = new TreeSet<>(Entities.in(claim.subject()));
        names.remove(areaName(claim.region()));
        subject = Words.of(claim.subject());
        statedNames = names.isEmpty() ? Entities.in(claim.statement()) : names;
        withStatedNames = new TreeSet<>(subject);
        withStatedNames.addAll(statedNames);
        deciding = deciding(subject, Relation.of(claim));
        words = Words.ofAll(claim.subject(), claim.metric(), claim.statement(), claim.basis());
    }

    /** The words of a subject that a figure must have. */
    private static Set<String> deciding(Set<String> subject, Relation relation) {
        Set<String> deciding = new TreeSet<>(PART_WORDS);
        if (relation == Relation.SHARE) {
            deciding.addAll(SHARED_WORDS);
        }
        deciding.retainAll(subject);
        return deciding;
    }

    /** The score of a figure, from 0 to about 1.15; 0 when it is below the threshold or its region or names exclude it. */
    double of(Figure figure) {
        if (!regionsMeet(claim.region(), figure.region())) {
            return 0;
        }
        Set<String> theirs = index.words(figure);
        Set<String> theirNames = index.names(figure);
        Set<String> theirText = index.text(figure);
        double mine = StrictMath.max(part(subject, theirText, names), part(withStatedNames, theirText, statedNames));
        if (!namesMeet(theirNames, theirText, mine) || !partsMeet(theirText)) {
            return 0;
        }
        Set<String> theirsToMeet = names.isEmpty() ? Set.of() : theirNames;
        double its = StrictMath.max(
                part(theirs, words, theirsToMeet), part(index.wordsBeforeBrackets(figure), words, theirsToMeet));
        double score = (mine + its) / 2;
        double needed = names.isEmpty() ? WORDS_NEEDED : EACH_SIDE;
        boolean alike = score >= THRESHOLD && mine >= needed && its >= EACH_SIDE;
        return alike ? score + bonus(figure) : 0;
    }

    /**
     * A claim's names must stand in the figure. Of a claim without names, the figure's must stand in its words, unless the
     * figure has most of the claim's subject.
     */
    private boolean namesMeet(Set<String> theirNames, Set<String> theirText, double mine) {
        return names.isEmpty()
                ? theirNames.isEmpty() || mine >= NAMES_NEEDED || part(theirNames, words, theirNames) >= NAMES_NEEDED
                : part(names, theirText, names) >= NAMES_NEEDED;
    }

    private boolean partsMeet(Set<String> theirText) {
        return theirText.containsAll(deciding);
    }

    private double bonus(Figure figure) {
        Set<String> quantity = Words.of(figure.quantity());
        boolean sameQuantity = Words.of(claim.metric()).stream().anyMatch(quantity::contains);
        return (sameQuantity ? SAME_QUANTITY : 0)
                + (claim.region().equals(figure.region()) && !figure.region().isEmpty() ? SAME_REGION : 0);
    }

    private double part(Set<String> wanted, Set<String> present, Set<String> fullWeight) {
        double all = 0;
        double found = 0;
        for (String word : wanted) {
            if (!Entities.isRegionWord(word)
                    && !RELATION_WORDS.contains(word)
                    && !word.equals(areaName(claim.region()))) {
                double weight = fullWeight.contains(word) ? index.nameWeight() : PLAIN_WORD * index.weight(word);
                all += weight;
                found += present.contains(word) ? weight : 0;
            }
        }
        return all == 0 ? 0 : found / all;
    }

    /** The grid area of US-PJM is called PJM: a region, which the region codes compare. */
    private static String areaName(String region) {
        return region.matches("[A-Z]{2}-[A-Z]{3,}") ? region.substring(3).toLowerCase(Locale.ROOT) : "";
    }

    /** Whether two region codes may speak of one place: equal, unknown, the world, or one inside the other. */
    static boolean regionsMeet(String a, String b) {
        if (a.isEmpty() || b.isEmpty() || a.equals(b) || a.equals("WORLD") || b.equals("WORLD")) {
            return true;
        }
        return inside(a, b) || inside(b, a);
    }

    private static boolean inside(String part, String whole) {
        boolean inUnitedStates = part.startsWith("US-") && whole.equals("USA");
        boolean inJapan = part.startsWith("JP-") && whole.equals("JPN");
        boolean inUnion = whole.contains("+") && Set.of(whole.split("\\+")).contains(part);
        return inUnitedStates || inJapan || inUnion || GridAreas.contains(whole, part);
    }
}
