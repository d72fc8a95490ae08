package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.report.Manifest;

/**
 * The page of a report folder. It needs no network and runs no script; its charts are SVG inside it, the figures of each in a
 * table beside it; every number leads to a note with its definition, source, edition, grade and n.
 */
public final class Page {

    private Page() {}

    /** The files of the page in all languages with the dictionary and the methods, by name in the report folder. */
    public static Map<String, String> files(PageData data) {
        Reports now = new Reports(data.now());
        Optional<Reports> before = data.before().map(Reports::new);
        Map<String, String> files = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            files.put(language.page(), html(data, now, before, language));
            files.put(language.methods(), Methods.html(language));
            files.put(language.dictionary(), Dictionary.html(ContractFiles.all(), language));
        }
        return files;
    }

    /** The page in one language, HTML that is well-formed XML too. */
    public static String of(PageData data, Language language) {
        return html(data, new Reports(data.now()), data.before().map(Reports::new), language);
    }

    private static String html(PageData data, Reports now, Optional<Reports> before, Language language) {
        Wording wording = Wording.of(language);
        List<Section> sections = new ArrayList<>();
        sections.add(ChangesSection.of(now, before, wording));
        sections.add(HeadlineSection.of(now, wording));
        sections.add(GapSection.of(now, wording));
        sections.add(ShareSection.of(now, wording));
        sections.add(PipelineSection.of(now, wording));
        sections.add(AdequacySection.of(now, wording));
        sections.add(ClaimsSection.of(now, wording));
        sections.add(QualitySection.of(now, wording));
        sections.add(SourcesSection.of(data, wording));
        return Template.PAGE.html(model(now.manifest(), sections, wording));
    }

    private static Map<String, Object> model(Manifest manifest, List<Section> sections, Wording wording) {
        Map<String, Object> model = new LinkedHashMap<>(Template.frame(wording, Language::page));
        model.put("title", wording.text("page.title"));
        model.put("subtitle", wording.text("page.subtitle"));
        model.put("status", wording.text("page.status", manifest.asOf(), manifest.version(), manifest.run()));
        model.put("paper", wording.text("page.paper"));
        model.put("rejections", manifest.rejected().isEmpty() ? List.of() : List.of(wording.text("page.rejections")));
        model.put(
                "obstacles",
                Drawing.obstacle().map(reason -> wording.text("page.no_charts", reason)).stream()
                        .toList());
        model.put("sections", sections);
        model.put("contents", wording.text("page.contents"));
        model.put("figures", wording.text("page.figures"));
        model.put("source", wording.text("page.source"));
        model.put("dictionary", wording.texts().language().dictionary());
        model.put("dictionaryTitle", wording.text("dictionary.title"));
        model.put("methods", wording.texts().language().methods());
        model.put("methodsTitle", wording.text("methods.title"));
        model.put("notesTitle", wording.text("notes.title"));
        model.put("notesLead", wording.text("notes.lead"));
        model.put("notes", notes(wording));
        return model;
    }

    private static List<Map<String, Object>> notes(Wording wording) {
        List<Map<String, Object>> notes = new ArrayList<>();
        wording.notes().forEach((note, number) -> {
            List<String> parts = new ArrayList<>();
            part(parts, wording, "note.source", note.source());
            part(parts, wording, "note.edition", note.edition());
            part(parts, wording, "note.grade", note.grade());
            part(parts, wording, "note.n", note.n());
            notes.add(Map.of(
                    "anchor",
                    Notes.anchor(number),
                    "definition",
                    note.definition(),
                    "parts",
                    String.join("; ", parts)));
        });
        return notes;
    }

    private static void part(List<String> parts, Wording wording, String key, String value) {
        if (!value.isEmpty()) {
            parts.add(wording.text(key, value));
        }
    }
}
