package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled data sets keep the contracts of their tables and hold the known answers. */
class BundledDataSetsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LINEAGE =
            Set.of("published", "slice", "source_file", "source_line", "file_hash", "run_id", "loaded_at");
    private static final Set<String> GRADES =
            Set.of("primary", "secondary", "derived", "single_article", "recalled", "judgement");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private record Resource(Path folder, JsonNode descriptor) {
        Path file() {
            return folder.resolve(descriptor.path("path").asText());
        }

        String table() {
            return descriptor.path("table").asText();
        }

        List<NamedCsvRecord> rows() {
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file())) {
                return reader.stream().toList();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return folder.getFileName() + "/" + descriptor.path("name").asText();
        }
    }

    @Test
    void everyDataSetOfTheProductIsBundled() throws Exception {
        assertThat(resources().map(Resource::table))
                .as("tables that the bundled data sets fill")
                .contains(
                        "core/capacity",
                        "core/generation",
                        "core/demand",
                        "core/datacenter_projects",
                        "core/datacenter_load",
                        "core/published_forecasts",
                        "core/market",
                        "core/reference_facts",
                        "core/claims",
                        "core/assumptions",
                        "core/annotations");
    }

    @ParameterizedTest
    @MethodSource("resources")
    void schemaIsTheContractWithoutLineage(Resource resource) throws IOException {
        JsonNode contract = contract(resource.table()).path("schema");
        List<JsonNode> expected = new ArrayList<>();
        contract.path("fields").forEach(field -> {
            if (!LINEAGE.contains(field.path("name").asText())) {
                expected.add(field);
            }
        });
        List<JsonNode> fields = new ArrayList<>();
        resource.descriptor().path("schema").path("fields").forEach(fields::add);
        assertThat(fields).as("fields of %s", resource).isEqualTo(expected);
        assertThat(resource.descriptor().path("schema").path("primaryKey"))
                .as("key of %s", resource)
                .isEqualTo(contract.path("primaryKey"));
        assertThat(resource.rows().get(0).getHeader())
                .as("header of %s", resource)
                .isEqualTo(expected.stream()
                        .map(field -> field.path("name").asText())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyResourceSaysItsLicenceSourcesAndCitation(Resource resource) {
        for (String property : List.of("publisher", "citation", "title", "description")) {
            assertThat(resource.descriptor().path(property).asText())
                    .as("%s of %s", property, resource)
                    .isNotBlank();
        }
        assertThat(resource.descriptor().path("licenses"))
                .as("licences of %s", resource)
                .isNotEmpty();
        assertThat(resource.descriptor().path("sources"))
                .as("sources of %s", resource)
                .isNotEmpty();
        assertThat(resource.descriptor().path("freshness_days").asInt())
                .as("freshness of %s", resource)
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void requiredCellsAreFilledAndEveryRowIsTraceable(Resource resource) throws IOException {
        List<String> required = new ArrayList<>();
        contract(resource.table()).path("schema").path("fields").forEach(field -> {
            if (field.path("constraints").path("required").asBoolean()
                    && !LINEAGE.contains(field.path("name").asText())) {
                required.add(field.path("name").asText());
            }
        });
        assertThat(required).as("required columns of %s", resource).contains("source", "retrieved", "grade");
        for (NamedCsvRecord row : resource.rows()) {
            assertThat(required)
                    .as("%s line %d", resource, row.getStartingLineNumber())
                    .noneMatch(column -> row.getField(column).isBlank());
            assertThat(GRADES)
                    .as("grade in %s line %d", resource, row.getStartingLineNumber())
                    .contains(row.getField("grade"));
        }
    }

    @Test
    void onlyFiguresOfUnknownPublicationDayLackAnEdition() throws Exception {
        List<String> without = resources()
                .flatMap(resource -> resource.rows().stream()
                        .filter(row -> row.getField("edition").isBlank())
                        .map(row -> resource.table()))
                .toList();
        assertThat(without)
                .as("tables of the rows without an edition")
                .containsOnly("core/demand", "core/market")
                .hasSizeLessThan(15);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void keysAreUnique(Resource resource) {
        List<String> key = new ArrayList<>();
        resource.descriptor().path("schema").path("primaryKey").forEach(column -> key.add(column.asText()));
        Set<List<String>> seen = new HashSet<>();
        for (NamedCsvRecord row : resource.rows()) {
            List<String> values = key.stream().map(row::getField).toList();
            assertThat(seen.add(values))
                    .as("%s: first row of key %s", resource, values)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    void figuresComeWithoutQuotations(Resource resource) throws IOException {
        assertThat(JAPANESE.matcher(Files.readString(resource.file())).find())
                .as("Japanese text in %s", resource)
                .isFalse();
        assertThat(resource.rows().get(0).getHeader())
                .as("columns of %s", resource)
                .noneMatch(name -> name.contains("quote"));
    }

    @Test
    void capacityOfTheUnitedStatesAndChinaIsAsKnown() throws Exception {
        assertThat(irena("USA", 2024)).as("US capacity 2024, GW").isEqualByComparingTo("1260.1");
        assertThat(irena("CHN", 2024)).as("China capacity 2024, GW").isEqualByComparingTo("3350.9");
        assertThat(change("USA")).as("US net change 2024, GW").isEqualByComparingTo("38.2");
        assertThat(change("CHN")).as("China net change 2024, GW").isEqualByComparingTo("430.3");
    }

    @Test
    void generationOfTheUnitedStatesAndChinaIsAsKnown() throws Exception {
        assertThat(round(sum("core/generation", "generation_twh", row -> owidTotal(row, "USA"))))
                .as("US generation 2024, TWh")
                .isEqualByComparingTo("4391.0");
        assertThat(round(sum("core/generation", "generation_twh", row -> owidTotal(row, "CHN"))))
                .as("China generation 2024, TWh")
                .isEqualByComparingTo("10086.9");
    }

    @Test
    void everyEditionOfTheBerkeleyLabHistoryIsThere() throws Exception {
        List<String> history = rows("core/datacenter_load")
                .filter(row -> row.getField("source").equals("Lawrence Berkeley National Laboratory"))
                .filter(row -> row.getField("kind").equals("estimate")
                        && row.getField("scope").equals("all"))
                .map(row -> row.getField("edition") + " " + row.getField("year") + " " + row.getField("datacenter_twh"))
                .toList();
        assertThat(history)
                .as("edition, year, TWh")
                .contains(
                        "2016-06 2014 70",
                        "2024-12-20 2014 58",
                        "2024-12-20 2018 76",
                        "2024-12-20 2023 176",
                        "2026-06-23 2024 192");
    }

    @Test
    void carriedForwardValuesOfTheNewestYearAreMarked() throws Exception {
        assertThat(rows("core/capacity").filter(row -> row.getField("maturity").equals("carried_forward")))
                .as("leaf capacities of 2024 that repeat 2023")
                .hasSize(226)
                .allMatch(row -> row.getField("year").equals("2024"));
    }

    @Test
    void weightsOfThePoolAndPartsOfTheBuildMixAddToOne() throws Exception {
        for (String group : List.of("weight_", "build_mix_")) {
            BigDecimal total = sum(
                    "core/assumptions",
                    "value",
                    row -> row.getField("assumption").startsWith(group));
            assertThat(total).as("sum of %s*", group).isEqualByComparingTo("1");
        }
    }

    private static boolean owidTotal(NamedCsvRecord row, String region) {
        return row.getField("source").equals("Our World in Data energy data")
                && row.getField("region").equals(region)
                && row.getField("year").equals("2024")
                && row.getField("technology").equals("total");
    }

    private static BigDecimal change(String region) throws Exception {
        return round(irenaExact(region, 2024).subtract(irenaExact(region, 2023)));
    }

    private static BigDecimal irena(String region, int year) throws Exception {
        return round(irenaExact(region, year));
    }

    private static BigDecimal irenaExact(String region, int year) throws Exception {
        return sum(
                "core/capacity",
                "capacity_gw",
                row -> row.getField("source").startsWith("IRENA")
                        && row.getField("region").equals(region)
                        && row.getField("year").equals(Integer.toString(year)));
    }

    private static BigDecimal round(BigDecimal value) {
        return value.setScale(1, java.math.RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(String table, String column, Predicate<NamedCsvRecord> wanted) throws Exception {
        return rows(table)
                .filter(wanted)
                .map(row -> new BigDecimal(row.getField(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<NamedCsvRecord> rows(String table) throws Exception {
        return resources()
                .filter(resource -> resource.table().equals(table))
                .flatMap(resource -> resource.rows().stream());
    }

    private static JsonNode contract(String table) throws IOException {
        try (InputStream in = BundledDataSetsTest.class.getResourceAsStream("/contracts/" + table + ".json")) {
            return JSON.readTree(in);
        }
    }

    static Stream<Resource> resources() throws IOException, URISyntaxException {
        URL readme = BundledDataSetsTest.class.getResource("/datasets/README.md");
        assertThat(readme).as("bundled data sets on the class path").isNotNull();
        List<Resource> resources = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of(readme.toURI()).getParent())) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                JsonNode descriptor =
                        JSON.readTree(folder.resolve("datapackage.json").toFile());
                assertThat(descriptor.path("name").asText())
                        .as("name of the package in %s", folder)
                        .isEqualTo(folder.getFileName().toString());
                descriptor.path("resources").forEach(resource -> resources.add(new Resource(folder, resource)));
            }
        }
        return resources.stream();
    }
}
