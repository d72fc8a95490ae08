package org.electrongap.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bundled data sets, of the large panels only a few regions. */
final class FewRegions {

    private static final List<String> PANELS = List.of("capacity", "generation", "demand");

    private FewRegions() {}

    /** Writes them below a folder. */
    static Path below(Path folder) throws IOException {
        Path bundled = Path.of("../datasets").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(bundled)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(bundled.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (file.toString().endsWith(".csv")
                        && PANELS.contains(file.getParent().getFileName().toString())) {
                    Files.write(copy, fewOf(file));
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return folder;
    }

    private static List<String> fewOf(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return Stream.concat(
                        Stream.of(lines.get(0)),
                        lines.stream().skip(1).filter(line -> line.matches("(USA|CHN|JPN|WORLD),.*")))
                .toList();
    }
}
