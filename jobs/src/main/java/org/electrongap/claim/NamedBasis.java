package org.electrongap.claim;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.electrongap.claim.Finding.Difference;

/** Tells whether a named figure has the basis that a claim names: "of the increase" or "of the total". */
final class NamedBasis {

    /** What a percentage is of, up to the next preposition: "the total cost" of "74 % of the total cost of the auction". */
    private static final Pattern SHARE_OF = Pattern.compile("(?:%|per ?cent) of (?:the |its |all )?"
            + "([\\p{L}-]+(?: (?!(?:of|for|in|by|to|on|at|from|and)\\b)[\\p{L}-]+)*)");

    private final Set<String> asked;
    private final boolean asksOpinion;
    private final boolean someHaveIt;

    NamedBasis(Claim claim, List<Figure> figures) {
        asked = Words.of(claim.basis().isEmpty() ? shareOf(claim) : claim.basis());
        asksOpinion = isOpinion(claim.words());
        someHaveIt = !asked.isEmpty() && figures.stream().anyMatch(this::hasIt);
    }

    private static String shareOf(Claim claim) {
        Matcher found = SHARE_OF.matcher(claim.statement());
        return found.find() ? found.group(1) : "";
    }

    private boolean hasIt(Figure figure) {
        return Words.ofAll(figure.basis(), figure.quantity(), figure.subject()).containsAll(asked);
    }

    /** An opinion is another basis than a figure; so is any other where some figure has the one that is asked for. */
    Difference differenceOf(Figure figure) {
        boolean opinion = isOpinion(figure.basis()) && !asksOpinion;
        return opinion || (someHaveIt && !hasIt(figure)) ? Difference.BASIS : Difference.NONE;
    }

    private static boolean isOpinion(String words) {
        return Words.matches(words, "\\bexpert\\b|\\bopinion\\b|\\badvocate");
    }
}
