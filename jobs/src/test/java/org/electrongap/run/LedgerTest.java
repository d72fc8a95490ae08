package org.electrongap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    private Path folder;

    private Store warehouse;

    @BeforeEach
    void openWarehouse() {
        warehouse = Store.at(folder.toUri().toString(), new Configuration());
    }

    @Test
    void aNewWarehouseHasAnEmptyLedger() {
        assertThat(Ledger.read(warehouse)).isEqualTo(Ledger.empty());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Ledger ledger = Ledger.empty()
                .loaded(List.of(receipt("capacity/a"), receipt("capacity/b")), "core/capacity", 3)
                .finished(new StepReceipt(
                        "growth",
                        Map.of("code", "x"),
                        Map.of("out/trajectories", 7L),
                        Map.of("out/trajectories", 9L),
                        Map.of("out/trajectories", "123"),
                        "r"))
                .rejecting(List.of(rejection("demand")), List.of())
                .recorded("run-9", Map.of("ops/runs", 2L));

        ledger.write(warehouse);

        assertThat(Ledger.read(warehouse)).isEqualTo(ledger);
        assertThat(ledger.version("core/capacity")).as("version").contains(3L);
        assertThat(ledger.version("out/trajectories")).as("version").contains(7L);
        assertThat(ledger.slicesOf("core/capacity")).as("slices").hasSize(2);
    }

    @Test
    void aRunWhoseClockIsBehindDoesNotMoveTheMarkOfRecordedRunsBack() {
        Ledger ledger = Ledger.empty()
                .recorded("20261123T020000000Z-aaaa", Map.of("ops/runs", 2L))
                .recorded("20261122T020000000Z-bbbb", Map.of("ops/runs", 3L));

        assertThat(ledger.recordedRun()).isEqualTo("20261123T020000000Z-aaaa");
        assertThat(ledger.version("ops/runs")).contains(3L);
    }

    @Test
    void aFieldThatANewerBuildAddedIsTolerated() throws Exception {
        Ledger.empty().write(warehouse);
        Path file = folder.resolve("ledger.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{\"of_the_future\": 1, "));

        assertThat(Ledger.read(warehouse)).isEqualTo(Ledger.empty());
    }

    @Test
    void aDamagedLedgerIsRefusedByName() throws Exception {
        Ledger.empty()
                .loaded(List.of(receipt("capacity/a")), "core/capacity", 3)
                .write(warehouse);
        Path file = folder.resolve("ledger.json");
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() / 2));

        assertThatThrownBy(() -> Ledger.read(warehouse))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ledger.json is damaged")
                .hasMessageContaining("Restore it");
    }

    @Test
    void anotherLayoutIsRefusedByName() throws Exception {
        Files.writeString(folder.resolve("ledger.json"), "{\"format\": 99}");

        assertThatThrownBy(() -> Ledger.read(warehouse))
                .hasMessageContaining("layout 99")
                .hasMessageContaining("this electron-gap reads layouts 1 and " + Ledger.FORMAT)
                .hasMessageContaining("Use the version that wrote it");
    }

    @Test
    void theLayoutBeforeIsReadAndItsOpsTablesAreMadeAnewFromTheRunRecords() {
        warehouse.replace("ledger.json", """
                {"format": 1, "versions": {"core/capacity": 3, "ops/runs": 7, "ops/steps": 7, "ops/files": 4,
                 "ops/quarantine": 2}, "recorded_run": "20260601T000000Z-0001"}""");

        Ledger ledger = Ledger.read(warehouse);

        assertThat(ledger.format()).as("layout").isEqualTo(Ledger.FORMAT);
        assertThat(ledger.versions()).as("versions kept").containsOnlyKeys("core/capacity", "ops/quarantine");
        assertThat(ledger.recordedRun()).as("runs in the ops tables").isEmpty();
    }

    @Test
    void aSliceLoadedAgainTakesThePlaceOfItselfAndClearsItsRejection() {
        Ledger ledger = Ledger.empty()
                .loaded(List.of(receipt("capacity/a")), "core/capacity", 0)
                .rejecting(List.of(rejection("capacity"), rejection("demand")), List.of())
                .loaded(List.of(receipt("capacity/a")), "core/capacity", 1);

        assertThat(ledger.slicesOf("core/capacity")).as("slices").hasSize(1);
        assertThat(ledger.rejections())
                .as("rejections")
                .extracting(Rejection::dataset)
                .containsExactly("demand");
        assertThat(ledger.version("core/capacity")).as("version").contains(1L);
    }

    @Test
    void aLoadOfOneDataSetKeepsTheRejectionsOfOthers() {
        Ledger ledger = Ledger.empty()
                .rejecting(List.of(rejection("capacity"), rejection("demand")), List.of())
                .rejecting(List.of(), List.of("capacity"));

        assertThat(ledger.rejections()).extracting(Rejection::dataset).containsExactly("demand");
    }

    @Test
    void aChangeLeavesTheEarlierLedgerAsItWas() {
        Ledger before = Ledger.empty();
        before.loaded(List.of(receipt("capacity/a")), "core/capacity", 3);

        assertThat(before).isEqualTo(Ledger.empty());
    }

    @Test
    void theNewestEditionOfADayIsTheNewestPublishedByThen() {
        SliceReceipt receipt = receipt("capacity/a");

        assertThat(receipt.newestVisible(LocalDate.of(2025, 12, 31)))
                .as("between")
                .contains(LocalDate.of(2025, 3, 31));
        assertThat(receipt.newestVisible(LocalDate.of(2026, 3, 31)))
                .as("on the day")
                .contains(LocalDate.of(2026, 3, 31));
        assertThat(receipt.newestVisible(LocalDate.of(2025, 3, 30)))
                .as("before")
                .isEmpty();
    }

    @Test
    void aSliceIsOutdatedOnceOneThatItLeansOnWasReadAgainBesideOtherContent() {
        Ledger before = leaning("b", Map.of("a", "1 "), Ledger.empty());
        Ledger ledger = leaning("c", Map.of("b", content(before, "b")), before);
        assertThat(ledger.isOutdated(slice(ledger, "c"))).as("as it was read").isFalse();

        Ledger readAgain = leaning("b", Map.of("a", "2 "), ledger);

        assertThat(readAgain.isOutdated(slice(readAgain, "c")))
                .as("after b was read again")
                .isTrue();
    }

    @Test
    void slicesThatLeanOnEachOtherComeToRest() {
        Ledger first = leaning("b", Map.of("a", "1 "), Ledger.empty());
        Ledger ledger = leaning("c", Map.of("b", content(first, "b")), first);
        for (int round = 0; round < 2; round++) {
            ledger = leaning("b", Map.of("a", "1 ", "c", content(ledger, "c")), ledger);
            ledger = leaning("c", Map.of("b", content(ledger, "b")), ledger);
        }
        Ledger a = ledger.loaded(List.of(receipt("a", "1", Map.of())), "core/capacity", 1);

        assertThat(a.slicesOf("core/capacity")).hasSize(3).noneMatch(a::isOutdated);
    }

    private static Ledger leaning(String slice, Map<String, String> leansOn, Ledger ledger) {
        return ledger.loaded(List.of(receipt(slice, "hash", leansOn)), "core/capacity", 1);
    }

    private static SliceReceipt slice(Ledger ledger, String slice) {
        return ledger.slice("core/capacity", slice).orElseThrow();
    }

    private static String content(Ledger ledger, String slice) {
        return slice(ledger, slice).content();
    }

    private static SliceReceipt receipt(String slice) {
        return receipt(slice, "hash", Map.of());
    }

    private static SliceReceipt receipt(String slice, String fileHash, Map<String, String> leansOn) {
        return new SliceReceipt(
                "core/capacity",
                slice,
                "capacity",
                "capacity",
                "",
                "capacity.csv",
                fileHash,
                "",
                List.of("2025-03-31", "2026-03-31"),
                List.of(),
                12,
                10,
                1,
                1,
                Map.of("blank", 1L),
                400,
                "run-1",
                "2026-06-01T00:00:00Z",
                "",
                leansOn);
    }

    private static Rejection rejection(String dataset) {
        return new Rejection(dataset, dataset, dataset + ".csv", "hash", List.of("it is empty"), "run-1");
    }
}
