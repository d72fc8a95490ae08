package org.electrongap.report.page;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the page in one language. */
final class Texts {

    private static final String BUNDLE = "org.electrongap.report.page.texts";

    private final ResourceBundle bundle;
    private final Language language;

    Texts(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language == Language.ENGLISH ? Locale.ROOT : language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Language language() {
        return language;
    }

    /**
     * A text with its arguments, which are texts already.
     *
     * @throws java.util.MissingResourceException when the bundle lacks the key
     */
    String of(String key, String... arguments) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
    }

    /** The word for a code of the reports; the code itself, without underscores, where the bundle has no word for it. */
    String term(String kind, String code) {
        String key = kind + "." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : code.replace('_', ' ');
    }

    /** The keys that begin with a prefix. */
    List<String> keys(String prefix) {
        return bundle.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    /** A text as it stands in the bundle, its arguments as placeholders. */
    String written(String key) {
        return bundle.getString(key);
    }

    /** The text of a key, or the given one where the bundle has none: for what only programs named in English. */
    String orElse(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }
}
