package org.electrongap.report.page;

import java.util.Locale;

/** A language of the page. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "index.html", "dictionary.html", "methods.html", "English"),
    JAPANESE(Locale.JAPANESE, "index.ja.html", "dictionary.ja.html", "methods.ja.html", "日本語");

    private final Locale locale;
    private final String page;
    private final String dictionary;
    private final String methods;
    private final String ownName;

    Language(Locale locale, String page, String dictionary, String methods, String ownName) {
        this.locale = locale;
        this.page = page;
        this.dictionary = dictionary;
        this.methods = methods;
        this.ownName = ownName;
    }

    /** Its locale; the tag of it stands in the page. */
    public Locale locale() {
        return locale;
    }

    /** The page's file name in a report folder. */
    public String page() {
        return page;
    }

    /** The dictionary's file name in a report folder. */
    public String dictionary() {
        return dictionary;
    }

    /** The file name of the page about methods in a report folder. */
    public String methods() {
        return methods;
    }

    /** The language's name in itself. */
    public String ownName() {
        return ownName;
    }
}
