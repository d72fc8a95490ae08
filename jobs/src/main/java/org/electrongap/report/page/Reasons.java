package org.electrongap.report.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Says the reasons of the reports in the language of the page. The English bundle holds the form of each reason that the
 * program gives; a reason of such a form is said by the same key of the other bundle, one of another form as it stands.
 */
final class Reasons {

    private static final String PREFIX = "reason.";
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)}");
    private static final List<Form> FORMS = forms(new Texts(Language.ENGLISH));

    private final Texts texts;

    Reasons(Texts texts) {
        this.texts = texts;
    }

    /** A form of a reason: its key, the reasons that have it, which argument each of its groups is. */
    private record Form(String key, Pattern pattern, List<Integer> arguments, int letters) {}

    private static List<Form> forms(Texts english) {
        return english.keys(PREFIX).stream()
                .map(key -> form(key, english.written(key)))
                .sorted(Comparator.comparingInt(Form::letters).reversed().thenComparing(Form::key))
                .toList();
    }

    private static Form form(String key, String written) {
        List<Integer> arguments = ARGUMENT.matcher(written)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        String[] between = ARGUMENT.split(written, -1);
        String pattern =
                String.join("(.+?)", Arrays.stream(between).map(Pattern::quote).toList());
        int letters = Arrays.stream(between).mapToInt(String::length).sum();
        return new Form(key, Pattern.compile(pattern), arguments, letters);
    }

    /** A reason as a cell; words that have no translation are marked as English. */
    Cell cell(String reason) {
        return said(reason).map(Cell::text).orElseGet(() -> Cell.english(reason));
    }

    /** A reason as a text. */
    String text(String reason) {
        return said(reason).orElse(reason);
    }

    /** The reason in the page's language; nothing where one of its parts has no translation. */
    private Optional<String> said(String reason) {
        if (texts.language() == Language.ENGLISH || reason.isEmpty()) {
            return Optional.of(reason);
        }
        Optional<String> whole = translated(reason);
        if (whole.isPresent()) {
            return whole;
        }
        List<Optional<String>> parts =
                Arrays.stream(reason.split("; ")).map(this::translated).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(String.join(
                        texts.of("list.parts"),
                        parts.stream().map(Optional::orElseThrow).toList()))
                : Optional.empty();
    }

    private Optional<String> translated(String reason) {
        String typographic = reason.replace('\'', '\u2019');
        return FORMS.stream()
                .map(form -> translated(form, form.pattern().matcher(typographic)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> translated(Form form, Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        MatchResult found = matcher.toMatchResult();
        String[] arguments = new String[form.arguments().size()];
        IntStream.range(0, arguments.length)
                .forEach(group -> arguments[form.arguments().get(group)] = word(found.group(group + 1)));
        return Optional.of(texts.of(form.key(), arguments));
    }

    /** A word inside a reason: a region, an assumption, a word of the reports, or data, which stays as it is. */
    private String word(String argument) {
        String code = argument.replace(' ', '_');
        return List.of("word.", "region.", "assumption.").stream()
                .map(kind -> texts.orElse(kind + code, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(argument);
    }
}
