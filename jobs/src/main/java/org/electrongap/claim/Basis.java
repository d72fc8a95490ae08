package org.electrongap.claim;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a figure of capacity or of a margin counts. Unlike bases are never mixed in one comparison. */
enum Basis {
    NET_WITH_STORAGE(
            "net change with batteries",
            "\\bnet\\b.*\\b(with|incl\\w*|plus) (battery |batteries|storage)|\\bstorage (in|included)\\b|with storage",
            true),
    NET(
            "net change of installed capacity without batteries",
            "\\bnet\\b(?! summer)|\\bgrew by\\b|\\bwithout storage",
            true),
    PLANNED("plans at the start of the year", "\\bplan(s|ned)?\\b", false),
    CLEAN("clean technologies only", "\\bclean\\b|carbon.free", false),
    GROSS("gross additions", "\\bgross\\b|commissioned|\\bnew utility", true),
    NAMEPLATE("nameplate", "\\bname ?plate\\b", true),
    NET_SUMMER("net summer capability", "net summer|summer capa", true),
    EFFECTIVE("effective spare at the summer peak", "\\beffective\\b|\\bderated\\b|\\bfirm\\b|\\bspare gener", true),
    PROCURED("installed reserve margin procured in the auction", "\\bprocured\\b|\\bauction\\b", true),
    TARGET("target or critical threshold, not a measured margin", "\\btarget\\b|\\bthreshold\\b|\\bcritical", false),
    EXPERT("an expert's or advocate's opinion, definition not given", "\\bexpert\\b|\\bopinion\\b|\\badvocate", false),
    FORECAST("forecast", "\\bforecast\\b|\\bprojected\\b|\\bsimulated\\b", false),
    YEAR_END("installed at year end", "year.end", true),
    UNNAMED("as published", "(?!)", true);

    private static final Set<Basis> AS_INSTALLED = EnumSet.of(YEAR_END, NAMEPLATE, UNNAMED);

    private final String words;
    private final String pattern;
    private final boolean plain;

    Basis(String words, String pattern, boolean plain) {
        this.words = words;
        this.pattern = pattern;
        this.plain = plain;
    }

    /** The basis that a text names first; of two at one place the more special. */
    static Optional<Basis> namedIn(String text) {
        String spaced = text.replace('_', ' ');
        return Stream.of(values())
                .filter(basis -> Words.matches(spaced, basis.pattern))
                .min(Comparator.comparingInt(basis -> Words.position(spaced, basis.pattern)));
    }

    /** The basis of a table's figure, from its kind first and then from its words. */
    static Basis of(String kind, String words) {
        return switch (kind) {
            case "threshold" -> TARGET;
            case "expert_opinion" -> EXPERT;
            case "planned" -> PLANNED;
            case "forecast", "projected", "simulated" -> FORECAST;
            default -> namedIn(words).orElse(UNNAMED);
        };
    }

    /** Whether figures of the two bases count the same thing: what stands at year end is nameplate unless it says otherwise. */
    boolean countsLike(Basis other) {
        return this == other || (AS_INSTALLED.contains(this) && AS_INSTALLED.contains(other));
    }

    /** Whether a claim that names no basis may mean this one. */
    boolean isPlain() {
        return plain;
    }

    String words() {
        return words;
    }
}
