package org.electrongap.report.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The HTML templates. They escape every text; only the style sheet and the charts, which we write ourselves, go in as they are. */
enum Template {
    PAGE("page.mustache"),
    DICTIONARY("dictionary.mustache"),
    METHODS("methods.mustache");

    private static final String FOLDER = "org/electrongap/report/page/";
    private static final String STYLE = style();

    private final Mustache mustache;

    Template(String file) {
        this.mustache = new DefaultMustacheFactory(FOLDER).compile(file);
    }

    /** The HTML of a model. */
    String html(Map<String, Object> model) {
        StringWriter html = new StringWriter();
        mustache.execute(html, model);
        return html.toString();
    }

    /** What every page has: language, style sheet and its hash for the security policy, links to the other languages. */
    static Map<String, Object> frame(Wording wording, Function<Language, String> file) {
        Language own = wording.texts().language();
        List<Map<String, Object>> languages = new ArrayList<>();
        for (Language language : Language.values()) {
            languages.add(Map.of(
                    "tag", language.locale().toLanguageTag(),
                    "file", file.apply(language),
                    "name", language.ownName(),
                    "current", language == own));
        }
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("lang", own.locale().toLanguageTag());
        frame.put("style", STYLE);
        frame.put("styleHash", hash(STYLE));
        frame.put("languages", languages);
        frame.put("languageLabel", wording.text("page.language"));
        frame.put("skip", wording.text("page.skip"));
        return frame;
    }

    private static String style() {
        try (InputStream in = Template.class.getResourceAsStream("page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet of the page cannot be read from the jobs jar", e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
