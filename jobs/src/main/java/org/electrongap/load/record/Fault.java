package org.electrongap.load.record;

/**
 * What is wrong with a file or a data package, told so that its reader can act.
 *
 * @param rule the name of the rule that was broken, such as {@code header} or {@code truncated}
 * @param where the place: a line, a column, a property
 * @param what what was found there
 * @param why why that cannot be loaded
 * @param next what to do next
 */
public record Fault(String rule, String where, String what, String why, String next) {

    /** One sentence a part: where, what, why, what to do next. */
    public String text() {
        return rule + ", " + where + ": " + what + "; " + why + ". " + next + ".";
    }
}
