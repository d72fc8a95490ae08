package org.electrongap.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.electrongap.table.Zone;

/** The contracts of the jobs jar. */
final class ContractFiles {

    private static final String SUFFIX = ".json";

    private ContractFiles() {}

    /** Every contract, by zone and name: results first, then what was loaded, then what ran. */
    static List<Contract> all() {
        List<Contract> contracts = new ArrayList<>();
        for (Zone zone : List.of(Zone.OUT, Zone.CORE, Zone.OPS)) {
            names(zone).forEach(name -> contracts.add(Contract.of(new TableName(zone, name))));
        }
        return contracts;
    }

    private static List<String> names(Zone zone) {
        String folder = "/contracts/" + zone.folder();
        try {
            URI uri = Contract.class.getResource(folder).toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the contracts of zone " + zone.folder() + " cannot be listed", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the jobs jar lies at an address that is no URI", e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }
}
