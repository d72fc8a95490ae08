package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.electrongap.report.ReportRows;
import org.electrongap.run.Fingerprint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The outside interface, held by the program itself on small data sets: what a scheduler, a notebook and an analyst rely on.
 * The runs happen once, in the order of a real deployment; each test looks at what one of them left. It ends Spark's session
 * after each run, so surefire gives it a process of its own.
 */
@Tag("program")
class WholeProgramTest {

    private static final String DAY = "2026-12-02";
    private static final String EARLIER = "2026-12-01";
    /** A master that cannot be started: whoever needs Spark fails with it. */
    private static final String NO_SPARK = "no-spark-here";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path home;

    private static SmallDataSets sets;
    private static Call first;
    private static JsonNode firstManifest;
    private static Map<String, String> afterFirst;
    private static Call plan;
    private static Map<String, String> afterPlan;
    private static Call again;
    private static List<String> foldersAfterAgain;
    private static Call withRejections;
    private static JsonNode rejectedManifest;
    private static Call backfill;
    private static JsonNode latestAfterBackfill;

    @BeforeAll
    static void liveThroughSomeNights() throws IOException {
        sets = SmallDataSets.in(home.resolve("datasets"));
        first = call("nightly", "local[2]", "--as-of", DAY);
        firstManifest = latest();
        afterFirst = tree();
        plan = call("nightly", NO_SPARK, "--as-of", DAY, "--plan");
        afterPlan = tree();
        again = call("nightly", NO_SPARK, "--as-of", DAY);
        foldersAfterAgain = reportFolders();
        breakEveryPlantFile();
        withRejections = call("nightly", "local[2]", "--as-of", DAY);
        rejectedManifest = latest();
        for (String name : SmallDataSets.PLANT_FILES) {
            sets.restorePlants(name);
        }
        backfill = call("nightly", "local[2]", "--as-of", EARLIER);
        latestAfterBackfill = latest();
    }

    @Test
    void theFirstNightPublishesAFolderNamedByItsDay() {
        assertThat(first.status()).as(first.toString()).isZero();
        assertThat(foldersAfterAgain).containsExactly(DAY);
        assertThat(first.out()).contains("as of " + DAY).contains("latest.json").contains("Took");
        assertThat(first.err()).as("a line for each step").contains("load ", "growth ", "forecast ", "projects ");
        assertThat(firstManifest.get("as_of").asText()).isEqualTo(DAY);
        assertThat(firstManifest.get("folder").asText()).isEqualTo(DAY);
        assertThat(firstManifest.get("status").asText()).isEqualTo("complete");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trajectories | region, technology, metric, measure, period_start, period_end, value, lower, upper, level, n, status, reason",
                "comparisons  | region_a, region_b, technology, metric, measure, year, value, lower, upper, basis_a, basis_b, status, reason",
                "forecasts    | series_id, region, technology, metric, model, is_default, origin, target_period, quantile, value, status, reason",
                "load_share   | region, scope, denominator, component, scenario, target_year, quantile, share, datacenter_twh",
                "share_probabilities | region, scope, denominator, component, scenario, target_year, threshold, probability, monte_carlo_se",
                "claims       | claim_id, verdict, value_claimed, value_found, unit, definition_used, reason",
                "adequacy     | region, year, measure, value, lower, upper, status, reason",
                "backtests    | series_id",
                "projects     | project_id",
                "merges       | source_a",
                "pipeline     | country",
                "sensitivities | region",
                "scenarios    | region",
                "published_comparison | region",
                "revisions    | table",
                "quality      | table_name",
                "evidence     | claim_id"
            })
    void everyReportIsThereWithItsFixedColumnsFirst(String report, String columns) throws IOException {
        JsonNode told = firstManifest.get("reports").get(report);
        List<String> expected = Arrays.asList(columns.split(", "));

        assertThat(told).as("report %s in the manifest", report).isNotNull();
        List<String> names = new ArrayList<>();
        told.get("schema").forEach(field -> names.add(field.get("name").asText()));
        assertThat(names).as("columns told").startsWith(expected.toArray(String[]::new));
        assertThat(names).as("lineage stays in core").doesNotContain("run_id", "loaded_at");
        assertThat(told.get("path").asText()).isEqualTo(DAY + "/" + report);
        List<Map<String, Object>> rows = rows(firstManifest, report);
        assertThat(rows).as("rows of %s", report).hasSize(told.get("rows").asInt());
        for (JsonNode file : told.get("files")) {
            Path path = home.resolve("reports").resolve(file.get("path").asText());
            assertThat(columnsOf(path)).as("columns of the file").containsExactlyElementsOf(names);
        }
    }

    @Test
    void everyFileOfTheManifestIsWhereItSaysWithItsHash() throws IOException {
        for (JsonNode report : firstManifest.get("reports")) {
            assertThat(report.get("files"))
                    .as("files of %s", report.get("path"))
                    .isNotEmpty();
            for (JsonNode file : report.get("files")) {
                Path path = home.resolve("reports").resolve(file.get("path").asText());
                assertThat(file.get("path").asText())
                        .as("relative")
                        .doesNotStartWith("/")
                        .doesNotContain("..");
                assertThat(Files.size(path))
                        .as("bytes of %s", path)
                        .isEqualTo(file.get("bytes").asLong());
                assertThat(Fingerprint.ofBytes(Files.readAllBytes(path)))
                        .as("SHA-256 of %s", path)
                        .isEqualTo(file.get("sha256").asText());
            }
        }
    }

    @Test
    void theManifestOfTheFolderIsTheOneThatReadersFollow() throws IOException {
        assertThat(JSON.readTree(afterFirst.get("reports/" + DAY + "/manifest.json")))
                .isEqualTo(firstManifest);
        assertThat(firstManifest.toString()).as("no path of this machine").doesNotContain(home.toString());
    }

    @Test
    void theManifestNamesEveryTableWithAVersionThatExists() {
        Path reports = home.resolve("reports");
        Path warehouse =
                reports.resolve(firstManifest.get("warehouse").asText()).normalize();
        assertThat(warehouse).as("warehouse, from the reports").isEqualTo(home.resolve("warehouse"));
        JsonNode tables = firstManifest.get("tables");
        assertThat(tables.has("core/capacity") && tables.has("out/trajectories"))
                .as("tables")
                .isTrue();
        for (JsonNode table : tables) {
            String commit =
                    String.format("_delta_log/%020d.json", table.get("version").asLong());
            assertThat(warehouse.resolve(table.get("path").asText()).resolve(commit))
                    .as("commit")
                    .exists();
        }
    }

    @Test
    void theInputsNameEachFileWithItsHash() throws IOException {
        JsonNode capacity = null;
        for (JsonNode input : firstManifest.get("inputs")) {
            capacity = input.get("dataset").asText().equals("capacity") ? input : capacity;
        }
        assertThat(capacity).as("capacity among the inputs").isNotNull();
        assertThat(capacity.get("sha256").asText()).isEqualTo(Fingerprint.ofBytes(Files.readAllBytes(sets.capacity())));
        assertThat(capacity.get("newest_edition").asText()).isEqualTo("2025-03-31");
        assertThat(capacity.get("records").asInt()).isEqualTo(42);
    }

    @Test
    void theKnownGapOfTheSmallSeriesIsFound() {
        List<Map<String, Object>> ratios = rows(firstManifest, "comparisons").stream()
                .filter(row -> "USA".equals(row.get("region_a")) && "CHN".equals(row.get("region_b")))
                .filter(row -> "capacity_gw".equals(row.get("metric"))
                        && Long.valueOf(2024).equals(row.get("year")))
                .filter(row -> "net_change_ratio".equals(row.get("measure")))
                .toList();

        assertThat(ratios)
                .as("China adds 100 GW a year, the United States 50")
                .isNotEmpty()
                .allSatisfy(row -> assertThat((Double) row.get("value")).isEqualTo(2.0));
    }

    @Test
    void everyForecastHasAMedianAndEachSeriesOneDefaultModel() {
        List<Map<String, Object>> forecasts = rows(firstManifest, "forecasts");
        Map<Object, java.util.Set<Object>> defaults = new HashMap<>();
        forecasts.stream()
                .filter(row -> Boolean.TRUE.equals(row.get("is_default")))
                .forEach(row -> defaults.computeIfAbsent(row.get("series_id"), id -> new java.util.HashSet<>())
                        .add(row.get("model")));

        assertThat(defaults).as("series").isNotEmpty();
        assertThat(defaults.values())
                .as("default models of each series")
                .allSatisfy(models -> assertThat(models).hasSize(1));
        assertThat(forecasts.stream().filter(row -> Double.valueOf(0.5).equals(row.get("quantile"))))
                .as("medians")
                .isNotEmpty();
        assertThat(forecasts)
                .as("quantiles")
                .filteredOn(row -> row.get("quantile") != null)
                .allSatisfy(row -> assertThat(Math.rint((Double) row.get("quantile") * 1000) / 1000)
                        .isEqualTo(row.get("quantile")));
    }

    @Test
    void claimsAreJudged() {
        Map<Object, Object> verdicts = new TreeMap<>();
        rows(firstManifest, "claims").forEach(row -> verdicts.put(row.get("claim_id"), row.get("verdict")));

        assertThat(verdicts).containsEntry("usa-capacity", "supported").containsEntry("mood", "not_checkable");
    }

    @Test
    void aPlanNeedsNoSparkAndChangesNothing() {
        assertThat(plan.status()).as(plan.toString()).isZero();
        assertThat(plan.out())
                .contains("nothing: every file of every data set is loaded")
                .contains("growth");
        assertThat(afterPlan).as("files of warehouse and reports").isEqualTo(afterFirst);
    }

    @Test
    void anEqualNightDoesNothingAndStartsNoSpark() {
        assertThat(again.status()).as(again.toString()).isZero();
        assertThat(again.out()).contains("Nothing to do");
        assertThat(foldersAfterAgain).as("report folders").containsExactly(DAY);
    }

    @Test
    void aNightWithRejectedFilesPublishesMarksThemAndExits65() {
        assertThat(withRejections.status()).as(withRejections.toString()).isEqualTo(65);
        assertThat(rejectedManifest.get("status").asText()).isEqualTo("with_rejections");
        assertThat(rejectedManifest.get("folder").asText()).isEqualTo(DAY + ".2");
        List<String> files = new ArrayList<>();
        rejectedManifest
                .get("rejected")
                .forEach(file -> files.add(file.get("file").asText()));
        assertThat(files)
                .as("rejected files")
                .hasSize(6)
                .allSatisfy(file -> assertThat(file).endsWith(".csv"));
        assertThat(rejectedManifest.get("tables").get("core/plants"))
                .as("table of the rejected files")
                .isEqualTo(firstManifest.get("tables").get("core/plants"));
        assertThat(plantInputs(rejectedManifest)).as("last good files").isEqualTo(plantInputs(firstManifest));
        assertThat(rows(rejectedManifest, "quality").stream().filter(row -> "rejected".equals(row.get("status"))))
                .as("rejected in the report on quality")
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p1 | column 'capacity_mw' is missing",
                "p2 | capacity_mw",
                "p3 | key",
                "p4 | line",
                "p5 | empty",
                "p6 | UTF-8"
            })
    void theFaultOfEachRejectedFileIsToldWithItsName(String file, String fault) {
        assertThat(withRejections.err().lines().filter(line -> line.startsWith("rejected: ")))
                .as("faults on stderr")
                .anySatisfy(line -> assertThat(line).contains(file).containsIgnoringCase(fault));
        List<String> told = new ArrayList<>();
        rejectedManifest.get("rejected").forEach(one -> {
            if (one.get("file").asText().contains(file)) {
                one.get("faults").forEach(each -> told.add(each.asText()));
            }
        });
        assertThat(told)
                .as("faults of %s in the manifest", file)
                .anySatisfy(each -> assertThat(each).containsIgnoringCase(fault));
    }

    @Test
    void aPublishedFolderIsNeverWrittenAgain() throws IOException {
        Map<String, String> now = tree();
        afterFirst.forEach((file, content) -> {
            if (file.startsWith("reports/" + DAY + "/")) {
                assertThat(now).as("published file").containsEntry(file, content);
            }
        });
    }

    @Test
    void aBackfillHasItsOwnFolderAndDoesNotMoveReadersBack() throws IOException {
        assertThat(backfill.status()).as(backfill.toString()).isZero();
        assertThat(reportFolders()).contains(EARLIER, DAY, DAY + ".2");
        assertThat(latestAfterBackfill).as("latest.json").isEqualTo(rejectedManifest);
        JsonNode manifest = JSON.readTree(home.resolve("reports")
                .resolve(EARLIER)
                .resolve("manifest.json")
                .toFile());
        assertThat(manifest.get("as_of").asText()).isEqualTo(EARLIER);
        assertThat(manifest.get("status").asText()).as("mended files").isEqualTo("complete");
    }

    @Test
    void showPrintsAReportInEveryForm() throws IOException {
        Call json = show("claims", "--format", "json", "--where", "verdict = supported");
        Call csv = show("claims", "--format", "csv");
        Call table = show("trajectories", "--limit", "3");

        assertThat(json.status()).as(json.toString()).isZero();
        assertThat(json.out().lines().toList()).hasSize(1);
        assertThat(JSON.readTree(json.out()).get("claim_id").asText()).isEqualTo("usa-capacity");
        assertThat(csv.out().lines().toList()).as("heading and two claims").hasSize(3);
        assertThat(table.out()).contains("region").contains("3 rows");
        assertThat(show("claims", "--as-of", EARLIER).status())
                .as("another day")
                .isZero();
    }

    @Test
    void faultsOfOwnAssumptionsAndScenariosAreToldTogetherBeforeAnyStep(@TempDir Path folder) throws IOException {
        Path own = Files.writeString(
                folder.resolve("own.csv"),
                "assumption,region,year,value\nload_facter,USA,,0.7\nweight_bayes,USA,,0.5\n");
        Path scenario = Files.writeString(
                folder.resolve("slow.csv"), "assumption,region,year,value\nsupply_aditions,USA,,40\n");
        Call call = call(
                "load-share",
                NO_SPARK,
                "--as-of",
                EARLIER,
                "--assumptions",
                own.toString(),
                "--scenario",
                scenario.toString());
        assertThat(call.status()).as(call.toString()).isEqualTo(65);
        assertThat(call.err())
                .contains("did you mean 'load_factor'?", "add to 1.3", "did you mean 'supply_additions'?")
                .doesNotContain("projects ");
    }

    @Test
    void showRefusesWhatThereIsNot() {
        Call report = show("nonsense");
        Call conditions =
                show("claims", "--where", "colour = red", "--where", "verdict supported", "--where", "year > soon");

        assertThat(report.status()).isEqualTo(2);
        assertThat(report.err())
                .contains("there is no report or table 'nonsense'")
                .contains("show lists what there is");
        assertThat(conditions.status()).isEqualTo(2);
        assertThat(conditions.err())
                .contains("there is no column 'colour'")
                .contains("is not of the form")
                .contains("year holds numbers, and 'soon' is none");
    }

    @Test
    void showTellsWhenNoRowHasTheValueAskedFor() {
        assertThat(show("claims", "--where", "verdict = suported").out())
                .startsWith("0 rows")
                .contains("No row has verdict suported; did you mean 'supported'; there are ");
    }

    @Test
    void showRunsTellsHowEachEnded() throws IOException {
        Call runs = show("runs", "--format", "json");

        List<String> ends = new ArrayList<>();
        for (String line : runs.out().lines().toList()) {
            ends.add(JSON.readTree(line).get("status").asText());
        }
        assertThat(ends).as("newest first").containsExactly("done", "input_rejected", "nothing_to_do", "done");
        assertThat(show("runs", "--expect", "1d").status())
                .as("a run succeeded")
                .isZero();
    }

    @Test
    void doctorProvesTheDeploymentAndLeavesNothing() throws IOException {
        Map<String, String> before = tree();

        Call doctor = call("doctor", "local[2]");

        assertThat(doctor.status()).as(doctor.toString()).isZero();
        assertThat(doctor.out())
                .contains("Java", "Spark", "Delta", "warehouse", "ledger")
                .doesNotContain("FAIL");
        assertThat(tree()).as("files of warehouse and reports").isEqualTo(before);
    }

    @Test
    void aUsersOwnSeriesIsForecastWithoutAWarehouse(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("series_id,period,value\n");
        for (int year = 2000; year <= 2024; year++) {
            text.append("mine,")
                    .append(year)
                    .append(',')
                    .append(100 + 3 * (year - 2000))
                    .append('\n');
        }
        Files.writeString(folder.resolve("mine.csv"), text);

        Call call = Call.of(
                "forecast",
                "--master",
                "local[2]",
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--reports",
                folder.resolve("reports").toString(),
                "--input",
                folder.resolve("mine.csv").toString(),
                "--horizon",
                "5",
                "--as-of",
                DAY);

        assertThat(call.status()).as(call.toString()).isZero();
        assertThat(folder.resolve("warehouse")).as("warehouse").doesNotExist();
        JsonNode manifest = JSON.readTree(
                folder.resolve("reports/" + DAY + "/manifest.json").toFile());
        assertThat(manifest.get("status").asText()).isEqualTo("own_series");
        assertThat(call.out())
                .as("the forecasts themselves, and where they are")
                .contains("mine", "2029", "median")
                .contains("Manifest: " + folder.resolve("reports") + "/" + DAY + "/manifest.json");
    }

    private static Call call(String job, String master, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                job,
                "--master",
                master,
                "--warehouse",
                home.resolve("warehouse").toString(),
                "--reports",
                home.resolve("reports").toString(),
                "--datasets",
                home.resolve("datasets").toString()));
        arguments.addAll(List.of(more));
        return Call.of(arguments.toArray(String[]::new));
    }

    private static Call show(String what, String... more) {
        List<String> arguments = new ArrayList<>(List.of(what));
        arguments.addAll(List.of(more));
        return call("show", NO_SPARK, arguments.toArray(String[]::new));
    }

    private static void breakEveryPlantFile() throws IOException {
        Map<String, byte[]> broken = new LinkedHashMap<>();
        broken.put("p1", sets.soundPlants("p1").replace("capacity_mw", "mw").getBytes(StandardCharsets.UTF_8));
        broken.put("p2", sets.soundPlants("p2").replace(",100.", ",MW 100.").getBytes(StandardCharsets.UTF_8));
        String sound = sets.soundPlants("p3");
        String conflicting = sound.substring(sound.indexOf('\n') + 1).replace(",100.", ",200.");
        broken.put("p3", (sound + conflicting).getBytes(StandardCharsets.UTF_8));
        byte[] whole = sets.soundPlants("p4").getBytes(StandardCharsets.UTF_8);
        broken.put("p4", Arrays.copyOf(whole, whole.length / 2));
        broken.put("p5", new byte[0]);
        broken.put("p6", sets.soundPlants("p6").getBytes(Charset.forName("windows-1252")));
        for (Map.Entry<String, byte[]> file : broken.entrySet()) {
            Files.write(sets.plants(file.getKey()), file.getValue());
        }
    }

    private static List<JsonNode> plantInputs(JsonNode manifest) {
        List<JsonNode> inputs = new ArrayList<>();
        manifest.get("inputs").forEach(input -> {
            if (input.get("dataset").asText().equals("plants")) {
                inputs.add(input);
            }
        });
        assertThat(inputs).as("inputs of plants").hasSize(6);
        return inputs;
    }

    private static JsonNode latest() throws IOException {
        Path file = home.resolve("reports").resolve("latest.json");
        assertThat(file).as("latest.json; the first night said %s", first).exists();
        return JSON.readTree(file.toFile());
    }

    private static List<Map<String, Object>> rows(JsonNode manifest, String report) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (JsonNode file : manifest.get("reports").get(report).get("files")) {
            String path =
                    home.resolve("reports").resolve(file.get("path").asText()).toString();
            rows.addAll(ReportRows.of(path, new Configuration(), row -> true, Long.MAX_VALUE));
        }
        return rows;
    }

    private static List<String> columnsOf(Path parquet) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(parquet.toUri());
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, new Configuration()))) {
            return reader.getFileMetaData().getSchema().getFields().stream()
                    .map(Type::getName)
                    .toList();
        }
    }

    private static List<String> reportFolders() throws IOException {
        try (Stream<Path> entries = Files.list(home.resolve("reports"))) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Every file of warehouse and reports: of small texts the text, of others the hash. */
    private static Map<String, String> tree() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(home)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                files.put(
                        name,
                        name.endsWith(".json")
                                ? new String(bytes, StandardCharsets.UTF_8)
                                : Fingerprint.ofBytes(bytes));
            }
        }
        return files;
    }
}
