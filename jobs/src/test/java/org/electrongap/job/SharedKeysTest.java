package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.electrongap.SharedSpark;
import org.electrongap.run.SliceReceipt;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and data sets that hold the same keys of the same edition. */
class SharedKeysTest {

    private static final TableName DEMAND = TableName.core("demand");
    private static final List<String> FEW = List.of("AUT", "DEU");
    private static final List<String> ALL = List.of("AUT", "CHE", "DEU", "FRA", "POL");
    private static final int YEARS = 10;

    /** Like the bundled data sets, it holds a part of two editions. */
    private static final String PACKAGE = """
            {"name": "demo", "title": "made up", "resources": [
              {"name": "demand", "path": "demand.csv", "table": "core/demand", "publisher": "Test agency",
               "editions": {"column": "edition"}}]}
            """;

    @TempDir
    private Path folder;

    private FileLoading loading;

    @BeforeEach
    void anEmptyWarehouse() {
        loading = new FileLoading(folder.resolve("tables"));
    }

    @Test
    void aPublishersFileAddsOnlyWhatADataSetDoesNotHoldOfItsEdition() throws IOException {
        loading.jobs(datasets()).load(List.of());
        loadBothEditions(loading);

        assertEachKeyOnce(ALL.size() * YEARS * 2);
        SliceReceipt slice = slice("ember-yearly/ember-yearly/2025-04-16");
        assertThat(slice.accepted()).isEqualTo((ALL.size() - FEW.size()) * YEARS);
        assertThat(slice.duplicates()).isEqualTo(FEW.size() * YEARS);
        FileLoading alone = new FileLoading(folder.resolve("alone"));
        loadBothEditions(alone);
        assertThat(texts(loading.table("out/revisions")))
                .as("revisions, beside a data set and alone")
                .isNotEmpty()
                .isEqualTo(texts(alone.table("out/revisions")));
    }

    @Test
    void whatADataSetHoldsOfOneEditionIsNotMissedInThatOfThePublisher() throws IOException {
        Path datasets = datasets();
        Files.writeString(
                datasets.resolve("demo/demand.csv"),
                ownColumns(FEW).replace("provisional", "").replaceAll("(?m)^.*,2024-11-18,.*\n", ""));
        loading.jobs(datasets).load(List.of());
        loadBothEditions(loading);

        assertEachKeyOnce(ALL.size() * YEARS * 2);
        FileLoading alone = new FileLoading(folder.resolve("alone"));
        loadBothEditions(alone);
        assertThat(texts(loading.table("out/revisions"))).isEqualTo(texts(alone.table("out/revisions")));
    }

    @Test
    void aDataSetAddsNothingToThePublishersFilesThatHoldAllOfIt() throws IOException {
        loadBothEditions(loading);
        loading.jobs(datasets()).load(List.of());

        assertEachKeyOnce(ALL.size() * YEARS * 2);
        assertThat(slice("demo/demand").accepted()).isZero();
        assertThat(slice("demo/demand").duplicates()).isEqualTo(FEW.size() * YEARS * 2);
        assertThat(loading.jobs(folder.resolve("datasets")).load(List.of()).kind())
                .isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);
    }

    @Test
    void twoFilesOfOneLoadHoldAKeyOnce() throws IOException {
        Path datasets = datasets();
        secondDataSet(datasets, ALL);

        loading.jobs(datasets).load(List.of());

        assertEachKeyOnce(ALL.size() * YEARS * 2);
        assertThat(slice("more/demand").duplicates()).isEqualTo(FEW.size() * YEARS * 2);
    }

    @Test
    void aRecordThatAnotherSliceHoldsOtherwiseIsQuarantined() throws IOException {
        loading.jobs(datasets()).load(List.of());
        loading.load(
                publishersFile("2025-04-16", ALL, figure("AUT", 2003, "2025-04-16") + "," + figure("AUT", 2003, "x")),
                "2025-04-16");

        SliceReceipt slice = slice("ember-yearly/ember-yearly/2025-04-16");
        assertThat(slice.quarantined()).isEqualTo(1);
        assertThat(slice.read()).isEqualTo(slice.accepted() + slice.quarantined() + slice.duplicates());
        Row waiting = loading.table("ops/quarantine").first();
        assertThat(waiting.<String>getAs("rule")).isEqualTo("held_otherwise");
        assertThat(waiting.<String>getAs("reason"))
                .contains("slice demo/demand holds the same key (region AUT, period_start 2003-01-01")
                .contains("with demand_twh " + figure("AUT", 2003, "2025-04-16") + " and not ");
        assertEachKeyOnce(FEW.size() * YEARS * 2 + (ALL.size() - FEW.size()) * YEARS);
    }

    @Test
    void whatADataSetHoldsRoundedIsADuplicate() throws IOException {
        loading.jobs(datasets()).load(List.of());
        String exact = figure("AUT", 2003, "2025-04-16");
        Path file = publishersFile("2025-04-16", FEW, exact + "," + exact + "00049");
        loading.load(file, "2025-04-16");

        SliceReceipt slice = slice("ember-yearly/ember-yearly/2025-04-16");
        assertThat(slice.duplicates()).isEqualTo(FEW.size() * YEARS);
    }

    @Test
    void aFileThatContradictsWhatIsHeldIsRejected() throws IOException {
        loading.jobs(datasets()).load(List.of());
        Path file = publishersFile("2024-11-18", FEW, "");
        assertThat(loading.check(file, "2025-04-16").kind()).as("check").isEqualTo(RunOutcome.Kind.INPUT_REJECTED);
        RunOutcome outcome = loading.load(file, "2025-04-16");

        assertThat(outcome.kind()).isEqualTo(RunOutcome.Kind.INPUT_REJECTED);
        assertThat(outcome.rejections().get(0).faults().get(0)).contains("held_otherwise=20");
        assertThat(loading.table("core/demand").count()).isEqualTo(FEW.size() * YEARS * 2);
    }

    @Test
    void whatADataSetNoLongerHoldsIsTakenFromTheFileThatHeldItToo() throws IOException {
        Path datasets = datasets();
        loading.jobs(datasets).load(List.of());
        Path file = publishersFile("2025-04-16", ALL, "");
        loading.load(file, "2025-04-16");
        Files.writeString(datasets.resolve("demo/demand.csv"), ownColumns(List.of("AUT")));
        loading.jobs(datasets).load(List.of());

        assertThat(loading.notes())
                .anyMatch(note -> note.contains("slice ember-yearly/ember-yearly/2025-04-16 left out records"));
        loading.jobs(datasets).step("quality");
        assertThat(loading.load(file, "2025-04-16").kind()).isEqualTo(RunOutcome.Kind.DONE);
        assertEachKeyOnce(YEARS * 2 + (ALL.size() - 1) * YEARS);
        assertThat(loading.jobs(datasets).step("quality").kind())
                .as("a report on rows that are others now")
                .isEqualTo(RunOutcome.Kind.DONE);
        assertThat(loading.load(file, "2025-04-16").kind()).isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);
    }

    @Test
    void aKeyThatMovesToAFileThatIsReadEarlierIsNotLost() throws IOException {
        Path datasets = datasets();
        secondDataSet(datasets, List.of("CHE", "FRA"));
        loading.jobs(datasets).load(List.of());

        Files.writeString(datasets.resolve("demo/demand.csv"), ownColumns(List.of("AUT", "DEU", "CHE")));
        Files.writeString(datasets.resolve("more/demand.csv"), ownColumns(List.of("FRA")));
        loading.jobs(datasets).load(List.of());

        assertEachKeyOnce(4 * YEARS * 2);
        assertThat(loading.jobs(datasets).load(List.of()).kind()).isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);
    }

    @Test
    void aFileIsNotReadAgainBecauseOneThatHeldItsKeysIsRejected() throws IOException {
        Path datasets = datasets();
        secondDataSet(datasets, ALL);
        loading.jobs(datasets).load(List.of());
        String loadedBy = slice("more/demand").runId();

        Files.writeString(datasets.resolve("demo/demand.csv"), "not,a,panel\n1,2,3\n");
        RunOutcome outcome = loading.jobs(datasets).load(List.of());

        assertThat(outcome.kind()).isEqualTo(RunOutcome.Kind.INPUT_REJECTED);
        assertThat(slice("more/demand").runId()).as("run that read it").isEqualTo(loadedBy);
    }

    @Test
    void aFileIsReadAgainWithOneThatNoLongerHoldsItsKeys() throws IOException {
        Path datasets = datasets();
        secondDataSet(datasets, ALL);
        loading.jobs(datasets).load(List.of());

        Files.writeString(datasets.resolve("demo/demand.csv"), ownColumns(List.of("AUT")));
        loading.jobs(datasets).load(List.of());

        assertEachKeyOnce(ALL.size() * YEARS * 2);
        assertThat(loading.jobs(datasets).load(List.of()).kind()).isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);
    }

    @Test
    void aCheckTellsWithWhichSlicesItCouldNotCompareTheFile() throws IOException {
        loading.jobs(datasets()).load(List.of());
        Files.delete(folder.resolve("tables/warehouse/core/demand/_delta_log/00000000000000000000.json"));

        assertThat(loading.check(publishersFile("2025-04-16", FEW, ""), "2025-04-16")
                        .lines())
                .anyMatch(line -> line.startsWith("Not compared with the slices demo/demand, "));
    }

    @Test
    void filesWhoseKeysLieBetweenEachOtherAreEachComparedOnce() throws IOException {
        Path datasets = datasets();
        List<String> names = List.of("set0", "set1", "set2", "set3", "set4");
        for (String name : names) {
            Path set = Files.createDirectories(datasets.resolve(name));
            Files.writeString(set.resolve("datapackage.json"), PACKAGE.replace("\"demo\"", "\"" + name + "\""));
            Files.writeString(set.resolve("demand.csv"), fifth(names.indexOf(name)));
        }
        JobsNamed reading = new JobsNamed("read ");
        SharedSpark.session().sparkContext().addSparkListener(reading);
        loading.jobs(datasets).load(names);
        SharedSpark.session().sparkContext().removeSparkListener(reading);

        assertEachKeyOnce(ALL.size() * YEARS * 2);
        assertThat(reading.count.get())
                .as("jobs: the keys sought and those found, of each file but the first")
                .isPositive()
                .isLessThanOrEqualTo(2 * (names.size() - 1));
    }

    /** One of five parts, in each of which every country and year stands. */
    private static String fifth(int part) {
        List<String> lines = ownColumns(ALL).lines().toList();
        return lines.stream()
                .skip(1)
                .filter(line -> Math.floorMod(
                                ALL.indexOf(line.substring(0, 3)) + Integer.parseInt(line.substring(4, 8)), ALL.size())
                        == part)
                .collect(Collectors.joining("\n", lines.get(0) + "\n", "\n"));
    }

    /** Counts Spark's jobs by how their description begins. */
    private static final class JobsNamed extends SparkListener {
        private final AtomicInteger count = new AtomicInteger();
        private final String beginning;

        private JobsNamed(String beginning) {
            this.beginning = beginning;
        }

        @Override
        public void onJobStart(SparkListenerJobStart job) {
            if (job.properties().getProperty("spark.job.description", "").startsWith(beginning)) {
                count.incrementAndGet();
            }
        }
    }

    @Test
    void aFileWithoutASoundRecordIsComparedWithNothing() throws IOException {
        loading.jobs(datasets()).load(List.of());
        HeldSlices others = new HeldSlices(
                null,
                loading.ledger(),
                Optional.of(() -> {
                    throw new AssertionError("no table has to be read");
                }),
                DEMAND,
                List.of(),
                List.of());

        assertThat(others.under(List.of())).isEmpty();
    }

    private static void secondDataSet(Path datasets, List<String> regions) throws IOException {
        Files.createDirectories(datasets.resolve("more"));
        Files.writeString(datasets.resolve("more/datapackage.json"), PACKAGE.replace("\"demo\"", "\"more\""));
        Files.writeString(datasets.resolve("more/demand.csv"), ownColumns(regions));
    }

    private void assertEachKeyOnce(long rows) {
        Dataset<Row> demand = loading.table("core/demand");
        Column[] key = Contract.of(DEMAND).key().stream().map(functions::col).toArray(Column[]::new);
        assertThat(demand.count()).as("rows").isEqualTo(rows);
        assertThat(demand.select(key).distinct().count()).as("keys").isEqualTo(rows);
    }

    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private SliceReceipt slice(String name) {
        return loading.ledger().slice("core/demand", name).orElseThrow();
    }

    private void loadBothEditions(FileLoading into) throws IOException {
        for (String edition : List.of("2024-11-18", "2025-04-16")) {
            into.load(publishersFile(edition, ALL, ""), edition);
        }
    }

    /** The layout of Ember's overview; a figure may be written otherwise, as {@code from,to}. */
    private Path publishersFile(String edition, List<String> regions, String changed) throws IOException {
        StringBuilder text = new StringBuilder("country_or_region,country_code,year,demand_twh\n");
        for (String region : regions) {
            for (int year = 2000; year < 2000 + YEARS; year++) {
                String figure = figure(region, year, edition);
                text.append("Land,").append(region).append(',').append(year).append(',');
                text.append(changed.startsWith(figure + ",") ? changed.split(",")[1] : figure)
                        .append('\n');
            }
        }
        return Files.writeString(folder.resolve("overview-" + edition + ".csv"), text);
    }

    private Path datasets() throws IOException {
        Path datasets = folder.resolve("datasets");
        Files.createDirectories(datasets.resolve("demo"));
        Files.writeString(datasets.resolve("demo/datapackage.json"), PACKAGE);
        Files.writeString(datasets.resolve("demo/demand.csv"), ownColumns(FEW));
        return datasets;
    }

    private static String ownColumns(List<String> regions) {
        return List.of("2024-11-18", "2025-04-16").stream()
                .flatMap(edition -> regions.stream()
                        .flatMap(region -> java.util.stream.IntStream.range(0, YEARS)
                                .mapToObj(year -> region + "," + (2000 + year) + "-01-01,0,P1Y,"
                                        + figure(region, 2000 + year, edition)
                                        + ",generation_plus_net_imports,Ember electricity data," + edition
                                        + ",2026-01-01,secondary,provisional\n")))
                .collect(Collectors.joining(
                        "",
                        "region,period_start,period_hour,period_length,demand_twh,basis,source,edition,retrieved,grade,"
                                + "maturity\n",
                        ""));
    }

    /** A figure that differs between regions and years, and between editions in each. */
    private static String figure(String region, int year, String edition) {
        int editionShift = Math.floorMod(edition.hashCode(), 7);
        return String.format(
                Locale.ROOT, "%d.%02d", 100 + Math.floorMod(region.hashCode(), 800), (year - 2000) * 9 + editionShift);
    }
}
