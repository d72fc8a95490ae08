package org.electrongap.cli;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Text in lines of a terminal, where Chinese, Japanese and Korean signs are two columns wide (Unicode, UAX 11). */
final class Wrapped {

    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);
    private static final String WIDE_SIGNS = "　、。「」『』（）・ー：；！？％＋－～〜";

    private static final String JOINTS = "_-/;=,、。";

    private Wrapped() {}

    /** The columns that a text takes on one line. */
    static int width(String text) {
        return text.codePoints().map(Wrapped::width).sum();
    }

    private static int width(int sign) {
        return WIDE.contains(UnicodeScript.of(sign)) || WIDE_SIGNS.indexOf(sign) >= 0 ? 2 : 1;
    }

    /** Lines no wider than that, broken between words where possible; at least one. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width) {
            int end = Math.max(lastThatFits(rest, width), 1);
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : afterJoint(rest, end);
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Behind the last sign that joins words without a space; where there is none, where the line ends. */
    private static int afterJoint(String text, int end) {
        int at = end;
        while (at > 0 && JOINTS.indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at > 0 ? at : end;
    }

    private static int lastThatFits(String text, int width) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            used += width(sign);
            if (used > width) {
                return at;
            }
            at += Character.charCount(sign);
        }
        return at;
    }
}
