package org.electrongap.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** The dictionary against the contract files themselves. */
class DictionaryTest {

    private static final Path CONTRACTS = Path.of("src/main/resources/contracts");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyColumnOfEveryContractStandsThereWithTypeUnitMeaningAndValues(Language language) throws IOException {
        Html html = Html.of(Dictionary.html(ContractFiles.all(), language));
        Map<String, Element> byId = html.all("*").stream()
                .filter(element -> element.hasAttribute("id"))
                .collect(Collectors.toMap(element -> element.getAttribute("id"), Function.identity()));
        List<Path> contracts;
        try (Stream<Path> files = Files.walk(CONTRACTS)) {
            contracts = files.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertThat(contracts).as("contracts").hasSizeGreaterThan(20);
        for (Path file : contracts) {
            JsonNode contract = new ObjectMapper().readTree(file.toFile());
            String table = file.getParent().getFileName() + "-"
                    + file.getFileName().toString().replace(".json", "");
            assertThat(byId).as("tables").containsKey(table);
            assertThat(byId.get(table).getTextContent())
                    .as(table)
                    .contains(
                            contract.path("title").asText(),
                            contract.path("description").asText());
            for (JsonNode field : contract.path("schema").path("fields")) {
                assertColumn(byId, table, field);
            }
        }
    }

    private static void assertColumn(Map<String, Element> byId, String table, JsonNode field) {
        String id = table + "-" + field.path("name").asText();
        assertThat(byId).as("columns").containsKey(id);
        assertThat(byId.get(id).getTextContent())
                .as(id)
                .contains(
                        field.path("type").asText(),
                        field.path("unit").asText(""),
                        field.path("description").asText(""));
        for (JsonNode allowed : field.path("constraints").path("enum")) {
            assertThat(byId.get(id).getTextContent()).as(id).contains(allowed.asText());
        }
    }
}
