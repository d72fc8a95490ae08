package org.electrongap.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The message bundles: complete in both languages. */
class TextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");

    private final Properties english = bundle("texts.properties");
    private final Properties japanese = bundle("texts_ja.properties");

    @Test
    void bothLanguagesHaveEveryText() {
        assertThat(japanese.stringPropertyNames()).as("keys").isEqualTo(english.stringPropertyNames());
        assertThat(japanese.values())
                .as("Japanese texts")
                .noneMatch(text -> text.toString().isBlank());
        assertThat(english.values())
                .as("English texts")
                .noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(japanese, key)).as(key).containsExactlyInAnyOrderElementsOf(arguments(english, key));
        }
    }

    @Test
    void noTextHasAnApostropheThatFormattingWouldSwallow() {
        assertThat(english.values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(japanese.values()).noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void japaneseTextsAreJapanese() {
        Pattern script = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
        List<String> latin = List.of("share.twh", "column.power", "note.n", "list.parts", "list.comma");
        assertThat(japanese.stringPropertyNames().stream()
                        .filter(key -> !latin.contains(key))
                        .filter(key ->
                                !script.matcher(japanese.getProperty(key)).find()))
                .as("texts that were left in English")
                .isEmpty();
    }

    private static List<String> arguments(Properties bundle, String key) {
        return ARGUMENT.matcher(bundle.getProperty(key))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Properties bundle(String name) {
        Properties texts = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream(name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new AssertionError(name + " cannot be read", e);
        }
    }
}
