package org.electrongap.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.electrongap.table.Column;
import org.electrongap.table.Contract;
import org.electrongap.table.Zone;

/** Every table with every column, its unit, the values that it allows and its rules: the contracts as a page. */
public final class Dictionary {

    private Dictionary() {}

    /** The dictionary of these contracts; names and descriptions are those of the contracts, in English. */
    public static String html(List<Contract> contracts, Language language) {
        Wording wording = Wording.of(language);
        Map<String, Object> model = new LinkedHashMap<>(Template.frame(wording, Language::dictionary));
        model.put("title", wording.text("dictionary.title"));
        model.put("lead", wording.text("dictionary.lead"));
        model.put("page", language.page());
        model.put("pageTitle", wording.text("page.title"));
        model.put("contents", wording.text("page.contents"));
        for (String heading : List.of("column", "type", "unit", "meaning", "rules", "key")) {
            model.put(heading + "Heading", wording.text("dictionary." + heading));
        }
        List<Map<String, Object>> zones = new ArrayList<>();
        for (Zone zone : List.of(Zone.OUT, Zone.CORE, Zone.OPS)) {
            zones.add(Map.of(
                    "id", zone.folder(),
                    "title", wording.text("dictionary.zone." + zone.folder()),
                    "tables",
                            contracts.stream()
                                    .filter(contract -> contract.table().zone() == zone)
                                    .map(contract -> table(contract, wording))
                                    .toList()));
        }
        model.put("zones", zones);
        return Template.DICTIONARY.html(model);
    }

    private static Map<String, Object> table(Contract contract, Wording wording) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("id", anchor(contract));
        table.put("name", contract.table().path());
        table.put("title", contract.title());
        table.put("description", contract.description());
        table.put("key", String.join(", ", contract.key()));
        table.put("hasKey", !contract.key().isEmpty());
        table.put(
                "columns",
                contract.columns().stream()
                        .map(column -> column(contract, column, wording))
                        .toList());
        return table;
    }

    private static Map<String, Object> column(Contract contract, Column column, Wording wording) {
        return Map.of(
                "id", anchor(contract) + "-" + column.name(),
                "name", column.name(),
                "type", column.type().schemaName(),
                "unit", column.unit(),
                "description", column.description(),
                "rules", String.join("; ", rules(column, wording)));
    }

    private static List<String> rules(Column column, Wording wording) {
        List<String> rules = new ArrayList<>();
        if (column.required()) {
            rules.add(wording.text("dictionary.required"));
        }
        if (!column.allowed().isEmpty()) {
            rules.add(wording.text("dictionary.allowed", String.join(", ", column.allowed())));
        }
        column.minimum().ifPresent(least -> rules.add(wording.text("dictionary.minimum", String.valueOf(least))));
        column.maximum().ifPresent(most -> rules.add(wording.text("dictionary.maximum", String.valueOf(most))));
        column.pattern().ifPresent(pattern -> rules.add(wording.text("dictionary.pattern", pattern)));
        return rules;
    }

    private static String anchor(Contract contract) {
        return contract.table().path().replace('/', '-');
    }
}
