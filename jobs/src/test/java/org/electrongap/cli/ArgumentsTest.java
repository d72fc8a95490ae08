package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line offers and what it refuses, without a job being run. */
class ArgumentsTest {

    private static final String[] JOBS = {
        "load",
        "growth",
        "forecast",
        "projects",
        "load-share",
        "audit",
        "publish",
        "nightly",
        "maintain",
        "show",
        "doctor"
    };

    @Test
    void helpNamesEveryJobAndEveryExitStatus() {
        Call help = Call.of("--help");

        assertThat(help.status()).as("exit status").isZero();
        assertThat(help.out())
                .contains(JOBS)
                .contains("0 done", "1 a fault", "2 wrong", "65 input", "75 another", "143");
        assertThat(help.err()).as("stderr").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "load, DATASET --input --dataset --format --mapping --publisher --edition --check --replace",
        "growth, --as-of --pair",
        "forecast, --input --horizon --level",
        "projects, --as-of",
        "load-share, --scenario --explain",
        "audit, --input",
        "publish, --reports",
        "nightly, --force --plan --pair",
        "maintain, --keep",
        "show, WHAT --where --format --limit",
        "doctor, --warehouse"
    })
    void helpOfAJobNamesItsOptionsAndTheSharedOnes(String job, String options) {
        Call help = Call.of(job, "--help");

        assertThat(help.status()).as("exit status").isZero();
        assertThat(help.out())
                .as("help of %s", job)
                .contains(options.split(" "))
                .contains("--warehouse", "--reports", "--datasets", "--as-of", "--assumptions", "--master", "--conf")
                .contains("--log-format", "--quiet");
    }

    @Test
    void versionNamesSparkAndDelta() {
        Call version = Call.of("--version");

        assertThat(version.status()).as("exit status").isZero();
        assertThat(version.out())
                .matches("(?s)electron-gap \\S+ \\(Spark 4\\.\\d+\\.\\d+, Delta 4\\.\\d+\\.\\d+\\)\\R");
        assertThat(version.out()).as("values of the build").doesNotContain("${", "null");
    }

    @Test
    void versionIsToldOfAJobToo() {
        assertThat(Call.of("nightly", "--version").out())
                .isEqualTo(Call.of("--version").out());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Call call = Call.of(
                "load",
                "--as-of",
                "yesterday",
                "--nonsense",
                "--input",
                "a.csv",
                "--format",
                "x",
                "--mapping",
                "y.json");

        assertThat(call.status()).as("exit status").isEqualTo(2);
        assertThat(call.err())
                .contains("yesterday")
                .contains("there is no option '--nonsense'")
                .contains("give --format or --mapping, not both")
                .contains("Try: electron-gap load --help");
        assertThat(call.err()).as("no Java in it").doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(call.out()).as("stdout").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nigthly                           | there is no job 'nigthly'; the jobs are load, growth",
                "nightly --forse                   | did you mean --force?",
                "nightly extra                     | unexpected argument 'extra'",
                "growth --as-of 2026-02-30         | 2026-02-30",
                "growth --as-of 01.02.2026         | 01.02.2026",
                "growth --as-of                    | --as-of",
                "growth --log-format xml           | xml",
                "growth --conf nonsense            | nonsense",
                "growth --wait soon                | write 90s, 30m, 26h or 7d",
                "maintain --keep 3                 | --keep must be at least 7 days, not 3",
                "maintain --keep many              | many",
                "show runs --limit 0               | --limit must be at least 1, not 0",
                "show runs --limit x               | 'x'",
                "show runs --format xml            | xml",
                "show --since 2026                 | 2026",
                "load-share --explain soon         | soon",
                "forecast --horizon 5              | --horizon needs --input",
                "forecast --input a.csv            | --input needs --horizon",
                "forecast --input a --horizon 0    | --horizon must be from 1 to 1000, not 0",
                "forecast --input a --horizon 3 --level 80,101 | between 0 and 100, not 101",
                "load --check                      | need --input",
                "load capacity --input a.csv       | name the data set by --dataset"
            })
    void aWrongArgumentExitsTwoAndNamesTheFault(String arguments, String fault) {
        Call call = Call.of(arguments.split(" "));

        assertThat(call.status()).as("exit status of %s", arguments).isEqualTo(2);
        assertThat(call.err()).contains(fault).contains("--help").doesNotContain("Exception");
    }

    @Test
    void withoutAJobTheJobsAreNamed() {
        Call call = Call.of();

        assertThat(call.status()).as("exit status").isEqualTo(2);
        assertThat(call.err()).contains("name a job").contains(JOBS);
    }

    @Test
    void aFileOfAssumptionsThatIsNotThereIsAnInputRejected(
            @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
        Call call = Call.of(
                "load-share",
                "--warehouse",
                folder.resolve("warehouse").toString(),
                "--assumptions",
                folder.resolve("mine.csv").toString());

        assertThat(call.status()).as("exit status").isEqualTo(65);
        assertThat(call.err()).contains("--assumptions").contains("mine.csv").contains("there is no such file");
    }

    @Test
    void allFaultsOfAFileOfAssumptionsAreToldTogether(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws java.io.IOException {
        java.nio.file.Path file = folder.resolve("mine.csv");
        java.nio.file.Files.writeString(
                file, "assumption,region,year,value,colour\nx,USA,2030,many,red\n,USA,2030,0.5,red\n");

        Call call =
                Call.of("load-share", "--warehouse", folder.resolve("w").toString(), "--assumptions", file.toString());

        assertThat(call.status()).as("exit status").isEqualTo(65);
        assertThat(call.err())
                .contains("unknown columns [colour]")
                .contains("line 2: 'many' in column 'value' is no number")
                .contains("line 3: column 'assumption' is missing or empty");
        assertThat(folder.resolve("w")).as("warehouse").doesNotExist();
    }

    @Test
    void aPairNeedsTwoDifferentRegions() {
        Call call = Call.of("growth", "--pair", "DEU:DEU", "--pair", "germany");

        assertThat(call.status()).as("exit status").isEqualTo(2);
        assertThat(call.err()).as("both faults").contains("'DEU:DEU'", "'germany'", "DEU:FRA");
    }

    @Test
    void showBeforeTheFirstRunSaysWhatToRun(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
        String warehouse = folder.resolve("warehouse").toString();
        String reports = folder.resolve("reports").toString();

        Call list = Call.of("show", "--warehouse", warehouse, "--reports", reports);
        Call share = Call.of("show", "share", "--warehouse", warehouse, "--reports", reports);

        assertThat(list.status()).as(list.toString()).isZero();
        assertThat(list.out()).contains("Nothing is published in " + reports + " yet; run electron-gap nightly.");
        assertThat(share.status()).as("exit status").isEqualTo(2);
        assertThat(share.err()).contains("nothing is published", "run electron-gap nightly");
    }
}
