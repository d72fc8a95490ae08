package org.electrongap.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrongap.load.format.CorrectionsFile;
import org.electrongap.load.record.Correction;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;

/**
 * Finds the corrections of a resource: the file that the user names, or {@code corrections.csv} beside the data package if
 * there is one.
 */
final class ResourceCorrections {

    static final String FILE = "corrections.csv";

    private ResourceCorrections() {}

    /**
     * A sentence for each correction that met no record of a file although it may be meant for it; one that names another
     * edition than the file's is not.
     *
     * @param met the lines of those that met one
     */
    static List<String> idle(Resource resource, SourceFile file, Storage storage, Set<Long> met) {
        return of(resource, storage).stream()
                .filter(correction -> !met.contains(correction.line()))
                .filter(correction -> file.edition().isEmpty()
                        || correction
                                .match()
                                .getOrDefault(Correction.EDITION, file.edition())
                                .equals(file.edition()))
                .map(correction -> "The correction on line " + correction.line() + " of " + fileName(resource) + " ("
                        + correction.reason() + ") matches no record of " + file.pathInDataset()
                        + ": correct its match, or remove it if the publisher has dropped the record.")
                .toList();
    }

    private static String fileName(Resource resource) {
        String uri = resource.corrections().orElse(FILE);
        return uri.substring(uri.replace('\\', '/').lastIndexOf('/') + 1);
    }

    /** Where the corrections of a resource are looked for; empty where it belongs to no data set and none are named. */
    static Optional<String> uri(Resource resource) {
        return resource.corrections()
                .or(() -> Optional.of(resource.folder())
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> DataPackage.below(folder, FILE)));
    }

    /**
     * The corrections of a resource; none where its data set has no such file.
     *
     * @throws InputRejected naming every fault of the file
     */
    static List<Correction> of(Resource resource, Storage storage) {
        Optional<String> named = uri(resource);
        if (named.isEmpty() || !exists(named.get(), resource, storage)) {
            return List.of();
        }
        String uri = named.get();
        List<Fault> faults = new ArrayList<>();
        List<Correction> corrections = CorrectionsFile.read(
                () -> storage.open(uri),
                resource.folder().isEmpty() ? "" : resource.name(),
                RecordLayout.of(resource.table()),
                faults);
        if (!faults.isEmpty()) {
            throw new InputRejected(resource.title(), faults);
        }
        return corrections;
    }

    private static boolean exists(String uri, Resource resource, Storage storage) {
        try {
            if (storage.exists(uri)) {
                return true;
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(uri + " cannot be looked for", e);
        }
        if (resource.corrections().isPresent()) {
            throw new InputRejected(
                    resource.title(),
                    List.of(new Fault(
                            "correction",
                            "the corrections",
                            uri + " does not exist",
                            "the file would be loaded uncorrected",
                            "Name a file of corrections that exists")));
        }
        return false;
    }
}
