package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;

class ViewTest {

    @Test
    void everyColumnOfAViewStandsInItsContract() {
        for (String name : View.names()) {
            View view = View.named(name);
            TableName table =
                    view.source().contains("/") ? TableName.parse(view.source()) : TableName.out(view.source());
            List<String> columns = Contract.of(table).columnNames();
            assertThat(columns).as("columns of the view %s", name).containsAll(view.columns());
            assertThat(columns)
                    .as("columns that the view %s asks of", name)
                    .containsAll(view.conditions(List.of()).stream()
                            .map(text -> Condition.parse(text).orElseThrow().column())
                            .toList());
            assertThat(columns)
                    .as("order of the view %s", name)
                    .containsAll(view.order().stream()
                            .map(key -> key.replaceFirst("^-\\|?", ""))
                            .toList());
        }
    }

    @Test
    void aConditionOfTheUserTakesThePlaceOfTheDefaultOnThatColumnOnly() {
        assertThat(View.named("gap").conditions(List.of("year >= 2010")))
                .contains("year >= 2010", "region_a = USA")
                .doesNotContain("year >= 2020");
    }

    @Test
    void revisionsAreShownLargestFirst() {
        List<Map<String, Object>> rows = new ArrayList<>(List.of(revision(-0.3), revision(2.0), revision(-43.0)));
        rows.sort(View.named("revisions").byOrder().orElseThrow());

        assertThat(rows).extracting(row -> row.get("absolute_change")).containsExactly(-43.0, 2.0, -0.3);
    }

    @Test
    void aMistypedNameIsAnsweredWithTheNearest() {
        List<String> names = List.of("share", "gap", "claims", "core/capacity", "pipeline");

        assertThat(Nearest.to("shre", names)).contains("share");
        assertThat(Nearest.to("capacty", names)).as("a table without its zone").contains("core/capacity");
        assertThat(Nearest.to("pipe", names)).as("a beginning").contains("pipeline");
        assertThat(Nearest.to("year", List.of("target_year", "share")))
                .as("an end")
                .contains("target_year");
        assertThat(Nearest.to("zebra-crossing", names)).as("nothing near").isEmpty();
    }

    @Test
    void aCountryIsKnownByItsName() {
        assertThat(Countries.codeOf("Germany")).contains("DEU");
        assertThat(Countries.codeOf("日本")).contains("JPN");
        assertThat(Countries.codeOf("us")).contains("USA");
        assertThat(Countries.codeOf("solar")).isEmpty();
    }

    private static Map<String, Object> revision(double change) {
        return Map.of("absolute_change", change, "table", "core/capacity", "key", "k");
    }
}
