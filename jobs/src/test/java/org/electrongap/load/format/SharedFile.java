package org.electrongap.load.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.load.record.Source;
import org.junit.jupiter.api.Assumptions;

/** A publisher's own file, outside of the repository; tests on it are skipped where it is not there. */
final class SharedFile {

    private SharedFile() {}

    /** The file below the folder of shared data; the test is skipped when there is none. */
    static Path path(String name) {
        String folder = System.getProperty("electrongap.shared", "../../shared/data");
        Path path = Path.of(folder).resolve(name);
        Assumptions.assumeTrue(Files.exists(path), "no " + path + ", set -Delectrongap.shared");
        return path;
    }

    /** Reads the file with a format. */
    static Sorting.Sorted read(String name, String format, String edition) {
        Path path = path(name);
        return read(() -> Files.newInputStream(path), path.getFileName().toString(), format, edition);
    }

    static Sorting.Sorted read(Source source, String fileName, String name, String edition) {
        Format format = Formats.named(name).orElseThrow();
        Sorting sorting = new Sorting(RecordLayout.of(format.table()));
        LocalDate retrieved = LocalDate.of(2026, 11, 22);
        try {
            format.read(source, new Origin(fileName, Optional.empty(), "", edition, retrieved, "primary"), sorting);
        } catch (DamagedFile damage) {
            sorting.fault(damage.fault());
        }
        return sorting.sorted();
    }

    /** The formats that the file is recognised as. */
    static java.util.List<String> recognised(String name) throws IOException {
        Path path = path(name);
        return Formats.recognise(() -> Files.newInputStream(path)).stream()
                .map(Format::formatName)
                .toList();
    }
}
