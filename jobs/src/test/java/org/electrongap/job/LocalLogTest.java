package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
