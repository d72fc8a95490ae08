package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.report.Manifest;
import org.electrongap.run.Json;
import org.electrongap.run.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFoldersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @TempDir
    private Path folder;

    private Store reports;
    private ReportFolders folders;

    @BeforeEach
    void openReports() {
        reports = Store.at(folder.toString(), new Configuration());
        folders = new ReportFolders(reports);
    }

    @Test
    void theFirstFolderOfADayIsTheDayAndLaterOnesAreNumbered() {
        assertThat(folders.next(DAY)).isEqualTo("2026-06-01");
        publish("2026-06-01", "complete");
        assertThat(folders.next(DAY)).isEqualTo("2026-06-01.2");
        publish("2026-06-01.2", "complete");
        assertThat(folders.next(DAY)).isEqualTo("2026-06-01.3");
        assertThat(folders.next(DAY.plusDays(1))).as("another day").isEqualTo("2026-06-02");
    }

    @Test
    void theTenthFolderFollowsTheNinth() {
        for (int number = 2; number <= 10; number++) {
            publish("2026-06-01." + number, "complete");
        }

        assertThat(folders.next(DAY)).isEqualTo("2026-06-01.11");
        assertThat(folders.newest(DAY)).map(Manifest::folder).contains("2026-06-01.10");
    }

    @Test
    void anUnfinishedFolderIsRemovedAndItsNameUsed() {
        reports.folder("2026-06-01").folder("trajectories").replace("part.parquet", "half");

        assertThat(folders.next(DAY)).isEqualTo("2026-06-01");
        assertThat(reports.contains("2026-06-01")).as("unfinished folder").isFalse();
    }

    @Test
    void aPublishedFolderIsNeverRemovedToMakeRoom() {
        publish("2026-06-01", "complete");
        folders.next(DAY);

        assertThat(reports.folder("2026-06-01").contains(Manifest.FILE))
                .as("published")
                .isTrue();
    }

    @Test
    void foldersOfAUsersOwnSeriesAreNotTheNewestOfADay() {
        publish("2026-06-01", "complete");
        publish("2026-06-01.2", Manifest.OWN_SERIES);

        assertThat(folders.newest(DAY)).map(Manifest::folder).contains("2026-06-01");
    }

    @Test
    void readersFollowTheGreatestDayAndABackfillNeverMovesThemBack() {
        assertThat(folders.follow(manifest("2026-06-01", "complete")))
                .as("the first")
                .isTrue();
        assertThat(folders.follow(manifest("2026-05-01", "complete")))
                .as("an earlier day")
                .isFalse();
        assertThat(folders.latest()).map(Manifest::folder).contains("2026-06-01");
        assertThat(folders.follow(manifest("2026-06-01.2", "complete")))
                .as("the same day again")
                .isTrue();
        assertThat(folders.follow(manifest("2026-06-02", "complete")))
                .as("a later day")
                .isTrue();
        assertThat(folders.latest()).map(Manifest::folder).contains("2026-06-02");
    }

    @Test
    void forecastsOfAUsersOwnSeriesGiveWayToAnyDay() {
        folders.follow(manifest("2026-06-01", Manifest.OWN_SERIES));

        assertThat(folders.follow(manifest("2026-05-01", "complete")))
                .as("an earlier day")
                .isTrue();
    }

    @Test
    void maintenanceRemovesOldDaysAndLeftoversButNeverWhatReadersFollow() {
        publishedBy("20260401T000000Z-0001", "2026-04-01");
        publishedBy("20260402T000000Z-0001", "2026-04-02");
        publishedBy("20260601T000000Z-0001", "2026-06-01");
        publishedBy("20260531T000000Z-0001", "2019-01-01");
        folders.follow(manifest("2026-04-02", "complete"));
        reports.folder(".staging-20260531T000000Z-0001").replace("x", "x");
        reports.folder(".staging-20260601T000000Z-0001").replace("x", "of a run that goes on");
        reports.folder("2026-05-30").replace("x", "unfinished");
        reports.folder("mine").replace("notes.txt", "x");

        assertThat(folders.removable(LocalDate.of(2026, 5, 1), DAY))
                .as("not the young backfill of 2019, nor what readers follow")
                .containsExactlyInAnyOrder(".staging-20260531T000000Z-0001", "2026-04-01", "2026-05-30");
    }

    @Test
    void readersAreLedBackToAnEarlierFolderAndOnlyToAFinishedOne() {
        publish("2026-05-01", "complete");
        publish("2026-06-01", "complete");
        folders.follow(manifest("2026-06-01", "complete"));
        reports.folder("2026-05-02").replace("x", "unfinished");

        folders.followAgain("2026-05-01");

        assertThat(folders.latest()).map(Manifest::folder).contains("2026-05-01");
        assertThatThrownBy(() -> folders.followAgain("2026-05-02"))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("no published folder '2026-05-02'")
                .hasMessageContaining("2026-06-01");
        assertThatThrownBy(() -> folders.followAgain("../elsewhere")).isInstanceOf(InputRejectedException.class);
    }

    private void publishedBy(String run, String name) {
        String text = Json.text(manifest(name, "complete")).replace("run-1", run);
        reports.folder(name).replace(Manifest.FILE, text);
    }

    private void publish(String name, String status) {
        reports.folder(name).replace(Manifest.FILE, Json.text(manifest(name, status)));
    }

    private static Manifest manifest(String folder, String status) {
        return new Manifest(
                Manifest.FORMAT,
                "run-1",
                folder.substring(0, 10),
                folder,
                "1",
                "jar",
                status,
                "../warehouse",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
