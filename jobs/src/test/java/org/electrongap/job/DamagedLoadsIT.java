package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.electrongap.load.format.CountedRecords;
import org.electrongap.load.format.Damage;
import org.electrongap.run.SliceReceipt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred damaged files, of every kind, through the whole load: no crash, no silent loss. */
@Tag("program")
class DamagedLoadsIT {

    private static final int FILES_A_KIND = 20;
    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    @Test
    void eachIsLoadedWithEveryRecordAccountedForOrChangesNothing() throws IOException {
        FileLoading loading = new FileLoading(folder);
        int edition = 0;
        int rejected = 0;
        for (Damage damage : Damage.values()) {
            Random random = new Random(20261122 + damage.ordinal());
            for (int i = 0; i < FILES_A_KIND; i++) {
                edition++;
                Path file = folder.resolve("file-" + edition + ".csv");
                Files.write(file, damage.of(sound(edition), random));
                Map<String, SliceReceipt> before = loading.ledger().slices();
                boolean taken = isTaken(loading, file);
                Map<String, SliceReceipt> after = loading.ledger().slices();
                assertThat(after).as("%s, %s", damage, file).hasSize(before.size() + (taken ? 1 : 0));
                if (taken) {
                    everyRecordWasRead(edition, file, after.values());
                }
                rejected += taken ? 0 : 1;
            }
        }
        assertThat(rejected).as("rejected files").isBetween(1, edition - 1);
        tablesHoldWhatTheReceiptsSay(loading);
    }

    private static boolean isTaken(FileLoading loading, Path file) throws IOException {
        try {
            return loading.load(file, "2025").kind() == RunOutcome.Kind.DONE;
        } catch (InputRejectedException | org.electrongap.load.InputRejected rejected) {
            assertThat(rejected.getMessage()).as("why %s is rejected", file).isNotBlank();
            return false;
        }
    }

    /** How many records there were is told by the file, not by the receipt. */
    private static void everyRecordWasRead(int edition, Path file, Collection<SliceReceipt> receipts)
            throws IOException {
        CountedRecords.Count counted =
                CountedRecords.ofRows(sound(edition), row -> 1).in(Files.readAllBytes(file));
        assertThat(counted.state()).as("%s", file).isEqualTo(CountedRecords.Count.State.KNOWN);
        assertThat(receipts)
                .filteredOn(receipt -> receipt.file().equals(file.getFileName().toString()))
                .singleElement()
                .satisfies(receipt ->
                        assertThat(receipt.read()).as("records of %s", file).isEqualTo(counted.records()));
    }

    private static void tablesHoldWhatTheReceiptsSay(FileLoading loading) {
        Map<String, Long> accepted = bySlice(loading, "core/capacity");
        Map<String, Long> quarantined = bySlice(loading, "ops/quarantine");
        for (SliceReceipt receipt : loading.ledger().slices().values()) {
            long setAside = receipt.setAside().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(receipt.accepted() + receipt.quarantined() + receipt.duplicates() + setAside)
                    .as("record law of %s", receipt.file())
                    .isEqualTo(receipt.read());
            assertThat(accepted.getOrDefault(receipt.slice(), 0L))
                    .as("rows of %s", receipt.file())
                    .isEqualTo(receipt.accepted());
            assertThat(quarantined.getOrDefault(receipt.slice(), 0L))
                    .as("quarantined of %s", receipt.file())
                    .isEqualTo(receipt.quarantined());
        }
    }

    private static Map<String, Long> bySlice(FileLoading loading, String table) {
        Map<String, Long> rows = new HashMap<>();
        loading.table(table)
                .groupBy("slice")
                .count()
                .collectAsList()
                .forEach(row -> rows.put(row.getString(0), row.getLong(1)));
        return rows;
    }

    private static byte[] sound(int seed) {
        StringBuilder text =
                new StringBuilder("region,year,technology,capacity_gw,basis,source,edition,retrieved,grade,maturity\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("AUT,")
                    .append(1960 + i)
                    .append(",gas,")
                    .append(seed)
                    .append('.')
                    .append(i)
                    .append(",year_end_installed,Test agency,2025,2026-01-01,primary,\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
