package org.electrongap.claim;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a claim tells its own number as a fall. Of a statement with several changes, "solar grew by 27 % while coal fell",
 * the words beside the number decide.
 */
final class ClaimedFall {

    /** The noun and verb, not the season of "in fall 2024". */
    private static final String TO_FALL =
            "(?<!\\b(?:in|last|this|next|since|early|late) (?:the )?)fall(?:s|en|ing)?(?! (?:of )?(?:19|20)\\d{2}\\b)";

    private static final String FALL = "fell|" + TO_FALL + "|declin\\w*|decreas\\w*|drop(?:s|ped|ping)?|shr[aiu]nk\\w*"
            + "|s[aiu]nk|lost|loses?|reduc\\w*|cut(?:s|ting)?|halv\\w*|down";
    private static final String RISE =
            "gr[eo]w\\w*|rose|ris(?:es?|en|ing)|increas\\w*|climb\\w*|add(?:s|ed|ing)?|gain\\w*"
                    + "|expand\\w*|jump\\w*|surg\\w*|soar\\w*|doubl\\w*|tripl\\w*|up(?! to\\b)";

    private static final Pattern CHANGE = pattern("\\b(?:(?<fall>" + FALL + ")|" + RISE + ")\\b");
    private static final Pattern NOUN_BEHIND = pattern("^[ -]*(?:%|per ?cent|\\p{L}+)?[ -]*\\b(?:"
            + "(?<fall>fall|decline|decrease|drop|reduction|cut|less|lower|fewer|smaller)"
            + "|growth|rise|increase|gain|jump|more|higher|larger)\\b");
    private static final Pattern NEXT_CLAUSE = pattern("[,.;:]|\\b(?:while|whereas|but|and|as)\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    private ClaimedFall() {}

    /** "Fell by 14 %" says -14 % without the sign. */
    static boolean isToldBy(Claim claim) {
        if (claim.value().filter(value -> value.low() >= 0).isEmpty()) {
            return false;
        }
        String metric = claim.metric().replace('_', ' ');
        return isFall(metric) || besideNumber(claim).orElseGet(() -> isFall(claim.subject()));
    }

    private static boolean isFall(String text) {
        return last(text).orElse(false);
    }

    private static Optional<Boolean> besideNumber(Claim claim) {
        String statement = claim.statement();
        String written = claim.written().replaceAll(" to .*", "");
        Optional<MatchResult> number = NUMBER.matcher(statement)
                .results()
                .filter(found -> Comparator.sameDigits(found.group().replace(",", ""), written))
                .findFirst();
        if (number.isEmpty()) {
            return last(statement);
        }
        String behind = statement.substring(number.get().end());
        return first(NOUN_BEHIND, behind)
                .or(() -> last(statement.substring(0, number.get().start())))
                .or(() -> first(CHANGE, NEXT_CLAUSE.split(behind, 2)[0]));
    }

    private static Optional<Boolean> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group("fall") != null) : Optional.empty();
    }

    private static Optional<Boolean> last(String text) {
        Optional<Boolean> last = Optional.empty();
        for (Matcher found = CHANGE.matcher(text); found.find(); ) {
            last = Optional.of(found.group("fall") != null);
        }
        return last;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
