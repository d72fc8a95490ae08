package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.List;
import org.electrongap.report.Manifest;

/** The editions that the page rests on, who published them and under which terms. */
final class SourcesSection {

    private static final String ID = "sources";

    private SourcesSection() {}

    static Section of(PageData data, Wording wording) {
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(editions(data.now().manifest(), wording));
        if (!data.sources().isEmpty()) {
            exhibits.add(terms(data.sources(), wording).opened());
        }
        return new Section(
                ID,
                wording.text("sources.title"),
                wording.text("sources.lead", data.now().manifest().asOf()),
                "",
                List.of(),
                exhibits,
                List.of());
    }

    private static Exhibit editions(Manifest manifest, Wording wording) {
        List<Table.Row> rows = manifest.inputs().stream()
                .map(input -> new Table.Row(
                        Cell.english(input.slice()),
                        List.of(
                                Cell.english(input.newestEdition()),
                                Cell.count(wording.numbers().whole(input.records())),
                                Cell.english(input.file()),
                                Cell.english(input.sha256()).styled("hash"))))
                .toList();
        return Exhibit.of(
                "sources-editions",
                wording.text("sources.editions"),
                wording.text("sources.editions.caption"),
                new Table(
                        wording.text("sources.editions"),
                        Table.headings(
                                wording.text("column.dataset"),
                                List.of(
                                        wording.text("column.edition"),
                                        wording.text("column.records"),
                                        wording.text("column.file"),
                                        "SHA-256")),
                        rows));
    }

    private static Exhibit terms(List<SourceTerms> sources, Wording wording) {
        List<Table.Row> rows = sources.stream()
                .map(terms -> new Table.Row(
                        Cell.english(terms.dataset() + "/" + terms.resource()),
                        List.of(
                                Cell.english(terms.publisher()),
                                Cell.english(terms.citation()),
                                Cell.english(String.join("; ", terms.licences())))))
                .toList();
        return Exhibit.of(
                "sources-terms",
                wording.text("sources.terms"),
                wording.text("sources.terms.caption"),
                new Table(
                        wording.text("sources.terms"),
                        List.of(
                                new Table.Heading(wording.text("column.dataset"), ""),
                                new Table.Heading(wording.text("column.publisher"), ""),
                                new Table.Heading(wording.text("column.citation"), ""),
                                new Table.Heading(wording.text("column.licence"), "")),
                        rows));
    }
}
