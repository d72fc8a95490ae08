package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLogTest {

    private final Configuration configuration = new Configuration();
    private final LocalLog log = new LocalLog(configuration);

    @TempDir
    private Path folder;

    private Path entry;

    private void write(String... actions) throws IOException {
        write(log, actions);
    }

    private void write(LocalLog log, String... actions) throws IOException {
        entry = Files.createDirectories(folder.resolve("a table, 10 %/_delta_log"))
                .resolve("00000000000000000003.json");
        log.write(new org.apache.hadoop.fs.Path(entry.toUri()), List.of(actions).iterator(), false, configuration);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(entry.getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void anEntryIsWrittenWholeAndNothingIsLeftBesideIt() throws IOException {
        write("{\"one\":1}", "{\"two\":\"é\"}");

        assertThat(Files.readString(entry)).isEqualTo("{\"one\":1}\n{\"two\":\"é\"}\n");
        assertThat(names()).containsExactly("00000000000000000003.json");
    }

    @Test
    void whatItWroteItReads() throws IOException {
        write("{\"one\":1}", "{\"two\":2}");

        try (var lines = log.read(new org.apache.hadoop.fs.Path(entry.toUri()), configuration)) {
            assertThat(lines).toIterable().containsExactly("{\"one\":1}", "{\"two\":2}");
        }
    }

    @Test
    void anEntryIsNeverReplaced() throws IOException {
        write("first");

        assertThatThrownBy(() -> write("second"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("00000000000000000003.json");
        assertThat(Files.readString(entry)).isEqualTo("first\n");
        assertThat(names()).containsExactly("00000000000000000003.json");
    }

    @Test
    void aLinkThatWasMadeThoughItsAnswerSaysOtherwiseIsOurs() throws IOException {
        for (String said : List.of("Input/output error", "Operation not permitted")) {
            write(linkedThen(link -> new FileSystemException(link.toString(), null, said)), said);
            assertThat(Files.readString(entry)).isEqualTo(said + "\n");
            assertThat(names()).containsExactly("00000000000000000003.json");
            Files.delete(entry);
        }
        write(linkedThen(link -> new FileAlreadyExistsException(link.toString())), "asked twice");
        assertThat(Files.readString(entry)).isEqualTo("asked twice\n");
    }

    @Test
    void aFailureIsNoLackOfLinks() {
        LocalLog failing = new LocalLog(configuration, (link, whole) -> {
            throw new FileSystemException(link.toString(), null, "Input/output error");
        });
        assertThatThrownBy(() -> write(failing, "one")).hasMessageContaining("Input/output error");
        assertThat(entry).doesNotExist();
    }

    @Test
    void aFileSystemWithoutLinksIsServedDeltasWay() throws IOException {
        for (IOException lack : List.of(
                new FileSystemException("x", null, "Operation not permitted"),
                new FileSystemException("x", null, "Invalid cross-device link"),
                new FileSystemException("x", null, "Operation not supported"),
                new AccessDeniedException("x"))) {
            LocalLog without = new LocalLog(configuration, (link, whole) -> {
                throw lack;
            });
            write(without, "one");
            assertThat(Files.readString(entry)).isEqualTo("one\n");
            assertThatThrownBy(() -> write(without, "two")).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(Files.readString(entry)).isEqualTo("one\n");
            Files.delete(entry);
            Files.delete(entry.resolveSibling("." + entry.getFileName() + ".crc"));
        }
    }

    @Test
    void aCommitStandsThoughTheFileBesideItCannotBeRemoved() throws IOException {
        LocalLog stubborn = new LocalLog(configuration, (link, whole) -> {
            Files.createLink(link, whole);
            Files.delete(whole);
            Files.createDirectories(whole.resolve("not empty"));
        });
        write(stubborn, "one");
        assertThat(Files.readString(entry)).isEqualTo("one\n");
    }

    @Test
    void anEntryHasTheRightsThatHadoopGivesTheFilesBesideIt() throws IOException {
        for (String mask : List.of("022", "007", "077")) {
            configuration.set("fs.permissions.umask-mode", mask);
            write("one");
            Path beside = entry.resolveSibling("data");
            try (var local = org.apache.hadoop.fs.FileSystem.newInstanceLocal(configuration)) {
                local.create(new org.apache.hadoop.fs.Path(beside.toUri())).close();
            }
            assertThat(Files.getPosixFilePermissions(entry)).as(mask).isEqualTo(Files.getPosixFilePermissions(beside));
            Files.delete(entry);
        }
    }

    /** Links, and then fails all the same. */
    private LocalLog linkedThen(Function<Path, IOException> failure) {
        return new LocalLog(configuration, (link, whole) -> {
            Files.createLink(link, whole);
            throw failure.apply(link);
        });
    }

    @Test
    void anEntryThatIsToBeOverwrittenIs() throws IOException {
        write("first");

        log.write(
                new org.apache.hadoop.fs.Path(entry.toUri()), List.of("second").iterator(), true, configuration);

        assertThat(Files.readString(entry)).isEqualTo("second\n");
    }

    @Test
    void ofManyWhoWriteOneEntryAtOnceOneSucceeds() {
        for (int round = 0; round < 20; round++) {
            Path log = folder.resolve("round-" + round);
            AtomicInteger succeeded = new AtomicInteger();

            IntStream.range(0, 16).parallel().forEach(writer -> succeeded.addAndGet(wins(log, writer)));

            assertThat(succeeded).as("who wrote entry " + round).hasValue(1);
        }
    }

    /** 1 if that writer's entry is the one, 0 if there was one before. */
    private int wins(Path place, int writer) {
        try {
            Files.createDirectories(place);
            new LocalLog(configuration)
                    .write(
                            new org.apache.hadoop.fs.Path(
                                    place.resolve("0.json").toUri()),
                            List.of("writer " + writer).iterator(),
                            false,
                            configuration);
            return Files.readString(place.resolve("0.json")).equals("writer " + writer + "\n") ? 1 : 100;
        } catch (FileAlreadyExistsException e) {
            return 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
