package org.electrongap.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the numbers of the page are made and what they cannot say: a page for a careful reader, beside the dictionary. */
final class Methods {

    private static final List<String> CHAPTERS = List.of(
            "editions",
            "grades",
            "growth",
            "forecast",
            "share",
            "pipeline",
            "adequacy",
            "claims",
            "changes",
            "formulas",
            "limits");

    private Methods() {}

    /** The page in a language. */
    static String html(Language language) {
        Wording wording = Wording.of(language);
        Map<String, Object> model = new LinkedHashMap<>(Template.frame(wording, Language::methods));
        model.put("title", wording.text("methods.title"));
        model.put("lead", wording.text("methods.lead"));
        model.put("page", language.page());
        model.put("pageTitle", wording.text("page.title"));
        model.put("dictionary", language.dictionary());
        model.put("dictionaryTitle", wording.text("dictionary.title"));
        model.put("contents", wording.text("page.contents"));
        model.put(
                "chapters",
                CHAPTERS.stream().map(chapter -> chapter(chapter, wording)).toList());
        return Template.METHODS.html(model);
    }

    private static Map<String, Object> chapter(String name, Wording wording) {
        return Map.of(
                "id",
                name,
                "title",
                wording.text("methods." + name + ".title"),
                "paragraphs",
                List.of(wording.text("methods." + name + ".text").split("\n")));
    }
}
