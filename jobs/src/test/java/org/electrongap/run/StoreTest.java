package org.electrongap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void openStore() {
        store = Store.at(folder.resolve("a folder with spaces").toString(), new Configuration());
    }

    @Test
    void whatIsNotThereIsNothing() {
        assertThat(store.text("x.json")).isEmpty();
        assertThat(store.names()).isEmpty();
        assertThat(store.entries()).isEmpty();
        assertThat(store.contains("x.json")).isFalse();
        store.delete("x.json");
    }

    @Test
    void replaceWritesAndOverwritesAndLeavesNothingElse() {
        store.replace("x.json", "first");
        store.replace("x.json", "second, 電子");

        assertThat(store.text("x.json")).contains("second, 電子");
        assertThat(store.names()).as("no temporary file, no checksum file").containsExactly("x.json");
    }

    @Test
    void aReaderSeesTheOldTextOrTheNewOneAndNeverAPart() throws Exception {
        String old = "old ".repeat(20_000);
        String renewed = "new ".repeat(20_000);
        store.replace("x.json", old);
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> foreign = reader.submit(() -> foreignTexts(Set.of(old, renewed), writing));
            for (int i = 0; i < 200; i++) {
                store.replace("x.json", i % 2 == 0 ? renewed : old);
            }
            writing.set(false);
            assertThat(foreign.get()).as("texts that nobody wrote").isEmpty();
        } finally {
            writing.set(false);
            reader.shutdownNow();
        }
    }

    private List<String> foreignTexts(Set<String> written, AtomicBoolean writing) {
        List<String> foreign = new ArrayList<>();
        do {
            Optional<String> text = store.text("x.json");
            if (text.filter(written::contains).isEmpty()) {
                foreign.add(text.map(found -> found.length() + " characters").orElse("no file"));
            }
        } while (writing.get());
        return foreign;
    }

    @Test
    void createIfAbsentWritesOnce() {
        assertThat(store.createIfAbsent("lock.json", "first")).as("first").isTrue();
        assertThat(store.createIfAbsent("lock.json", "second")).as("second").isFalse();
        assertThat(store.text("lock.json")).contains("first");
    }

    @Test
    void ofManyWhoCreateAtOnceOneSucceeds() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> challengers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                String me = "run-" + i;
                challengers.add(() -> store.createIfAbsent("lock.json", me));
            }
            int winners = 0;
            for (Future<Boolean> challenger : pool.invokeAll(challengers)) {
                winners += challenger.get() ? 1 : 0;
            }
            assertThat(winners).as("winners").isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aCopyHasTheBytesAndTheirHash() throws Exception {
        byte[] bytes = new byte[200_000];
        new java.util.SplittableRandom(7).nextBytes(bytes);
        Files.write(folder.resolve("source.bin"), bytes);
        Store source = Store.at(folder.toString(), new Configuration());

        String hash = store.copy(source, "source.bin", "report/part-0.parquet");

        assertThat(store.bytes("report/part-0.parquet"))
                .hasValueSatisfying(copied -> assertThat(copied).isEqualTo(bytes));
        assertThat(hash).isEqualTo(Fingerprint.ofBytes(bytes)).isEqualTo(source.hash("source.bin"));
        assertThat(store.folder("report").entries()).containsExactly(new Store.Entry("part-0.parquet", 200_000));
    }

    @Test
    void renameMovesAFolderAsAWhole() {
        store.folder(".staging").folder("trajectories").replace("part.parquet", "rows");

        store.rename(".staging", "2026-06-01");

        assertThat(store.names()).containsExactly("2026-06-01");
        assertThat(store.folder("2026-06-01/trajectories").text("part.parquet")).contains("rows");
    }

    @Test
    void oldFilesAreListedWithTheirFoldersAndWithoutChecksums() throws IOException {
        Instant moment = Instant.parse("2026-06-01T00:00:00Z");
        Path root = folder.resolve("a folder with spaces");
        write(root.resolve("slice=a%2Fb c/part-0.parquet"), moment.minusSeconds(1));
        write(root.resolve("slice=a%2Fb c/.part-0.parquet.crc"), moment.minusSeconds(1));
        write(root.resolve("_delta_log/0.json"), moment.minusSeconds(86_400));
        write(root.resolve("part-1.parquet"), moment);

        assertThat(store.pathsWrittenBefore(moment))
                .containsExactlyInAnyOrder("slice=a%2Fb c/part-0.parquet", "_delta_log/0.json");
    }

    @Test
    void aFolderThatWasMovedToAnotherDiskIsListedThroughItsLink() throws IOException {
        Instant moment = Instant.parse("2026-06-01T00:00:00Z");
        Path moved = folder.resolve("another disk/demand");
        write(moved.resolve("slice=a/part-0.parquet"), moment.minusSeconds(1));
        Files.createSymbolicLink(folder.resolve("demand"), moved);
        Files.createSymbolicLink(moved.resolve("to nothing"), folder.resolve("none"));
        assertThat(Store.at(folder.resolve("demand").toString(), new Configuration())
                        .pathsWrittenBefore(moment))
                .containsExactly("slice=a/part-0.parquet");
    }

    @Test
    void filesThatOthersRemoveMeanwhileEndNoListing() throws Exception {
        Path root = Files.createDirectories(folder.resolve("a folder with spaces"));
        for (int i = 0; i < 300; i++) {
            write(root.resolve("stays-" + i), Instant.EPOCH);
        }
        AtomicBoolean listing = new AtomicBoolean(true);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Void> removing = other.submit(() -> comeAndGo(root, listing));
            for (int i = 0; i < 100; i++) {
                assertThat(store.pathsWrittenBefore(Instant.ofEpochSecond(1))).hasSize(300);
            }
            listing.set(false);
            removing.get();
        } finally {
            listing.set(false);
            other.shutdownNow();
        }
    }

    private static Void comeAndGo(Path root, AtomicBoolean listing) throws IOException {
        do {
            for (int i = 0; i < 50; i++) {
                Files.createFile(root.resolve(".nfs-" + i));
            }
            for (int i = 0; i < 50; i++) {
                Files.delete(root.resolve(".nfs-" + i));
            }
        } while (listing.get());
        return null;
    }

    @Test
    void aFolderThatMayNotBeReadIsTold() throws IOException {
        IOException denied = new AccessDeniedException("core");
        assertThatThrownBy(() -> new OldFiles(folder, Instant.EPOCH).visitFileFailed(folder, denied))
                .isSameAs(denied);
    }

    @Test
    void aFolderThatIsNotThereHoldsNoOldFiles() {
        assertThat(store.folder("none").pathsWrittenBefore(Instant.now())).isEmpty();
    }

    private static void write(Path file, Instant written) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
