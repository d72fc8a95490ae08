package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.electrongap.run.SliceReceipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which editions are compared with which, where one source issues several files. */
class EditionHistoriesTest {

    private static final String RETRIEVED = "2026-01-01";

    @TempDir
    private Path folder;

    private FileLoading loading;

    @BeforeEach
    void warehouse() {
        loading = new FileLoading(folder);
    }

    @Test
    void aFileThatIsNotRenewedLosesNothing() throws IOException {
        load("north", "2025-01", RETRIEVED, "CAN,10", "USA,400");
        load("south", "2025-01", RETRIEVED, "MEX,30", "BRA,60");
        load("north", "2025-06", RETRIEVED, "CAN,11", "USA,400", "GRL,.05");

        assertThat(revisions()).containsExactly("CAN restated 10.0 11.0", "GRL added null 0.05");
    }

    @Test
    void oneEditionInTwoFilesFetchedOnDifferentDaysIsNoRevision() throws IOException {
        load("north", "2026-10", "2026-10-31", "CAN,10");
        load("north", "2026-11", "2026-11-05", "CAN,11");
        load("south", "2026-11", "2026-11-06", "MEX,30");
        loading.jobs(folder.resolve("none")).step(RevisionsStep.NAME);

        assertThat(revisions()).containsExactly("CAN restated 10.0 11.0");
    }

    @Test
    void theFirstEditionOfAnotherFileTellsWhatItRestatesAndNothingElse() throws IOException {
        load("extract", "2025-01", RETRIEVED, "CAN,10", "USA,400", "MEX,30");
        load("extract", "2025-03", RETRIEVED, "CAN,10", "USA,401", "MEX,30");
        load("whole", "2025-06", RETRIEVED, "CAN,12", "USA,401", "BRA,60");
        loading.jobs(folder.resolve("none")).step(RevisionsStep.NAME);

        assertThat(revisions())
                .as("Mexico is missing from the other file, Brazil was from this one; neither is news")
                .containsExactly("CAN restated 10.0 12.0", "USA restated 400.0 401.0");
    }

    @Test
    void whatAnotherFileHoldsOfOneOfTheTwoEditionsIsNotNew() throws IOException {
        load("extract", "2025-06", RETRIEVED, "CAN,10", "MEX,30");
        load("whole", "2025-01", RETRIEVED, "CAN,9", "USA,400");
        load("whole", "2025-06", RETRIEVED, "CAN,10", "USA,401");

        assertThat(revisions())
                .as("Canada's figure of June stands in the extract, Mexico's was in no edition of the whole")
                .containsExactly("CAN restated 9.0 10.0", "USA restated 400.0 401.0");
    }

    @Test
    void filesThatHoldEachOthersRecordsAreComparedOnce() throws IOException {
        load("one", "2025-01", RETRIEVED, "CAN,9", "MEX,30");
        load("other", "2025-01", RETRIEVED, "CAN,9", "USA,400");
        load("other", "2025-06", RETRIEVED, "CAN,10", "USA,401");
        load("one", "2025-06", RETRIEVED, "CAN,10", "MEX,31");

        assertThat(revisions())
                .containsExactly("CAN restated 9.0 10.0", "MEX restated 30.0 31.0", "USA restated 400.0 401.0");
    }

    @Test
    void rowsThatNoDaySeesAreInNoRevision() throws IOException {
        load("panel", "2025-01", RETRIEVED, "CAN,10", "USA,400,2020 to 2024", "GRL,.05,2020 to 2024");
        load("panel", "2025-06", RETRIEVED, "CAN,11", "USA,500,2020 to 2025");

        assertThat(loading.ledger().slicesOf("core/demand"))
                .extracting(SliceReceipt::accepted)
                .containsExactlyInAnyOrder(3L, 2L);
        assertThat(revisions())
                .as("a range of dates is visible on no day, though it stands in the slice of one that is")
                .containsExactly("CAN restated 10.0 11.0");
    }

    private List<String> revisions() {
        return loading.table("out/revisions").collectAsList().stream()
                .map(EditionHistoriesTest::text)
                .sorted()
                .toList();
    }

    private static String text(Row row) {
        return String.join(
                " ",
                row.<String>getAs("region"),
                row.<String>getAs("change"),
                String.valueOf(row.<Double>getAs("value_from")),
                String.valueOf(row.<Double>getAs("value_to")));
    }

    /** Figures are a region and a value, and an edition of their own if they have one. */
    private void load(String dataset, String edition, String retrieved, String... figures) throws IOException {
        StringBuilder text = new StringBuilder("region,period_start,period_hour,period_length,demand_twh,basis,source,"
                + "edition,retrieved,grade,maturity\n");
        for (String figure : figures) {
            String[] cells = figure.split(",");
            text.append(cells[0] + ",2024-01-01,0,P1Y," + cells[1] + ",demand_at_the_grid,Test agency,"
                    + (cells.length > 2 ? cells[2] : edition) + "," + retrieved + ",primary,\n");
        }
        RunOutcome outcome =
                loading.loadInto(dataset, Files.writeString(folder.resolve(dataset + edition + ".csv"), text), edition);
        assertThat(outcome.rejections()).isEmpty();
        assertThat(outcome.kind()).isEqualTo(RunOutcome.Kind.DONE);
    }
}
