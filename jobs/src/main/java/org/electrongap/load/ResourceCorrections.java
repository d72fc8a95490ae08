package org.electrongap.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.electrongap.load.format.CorrectionsFile;
import org.electrongap.load.record.Correction;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;

/** Finds the corrections of a resource: {@code corrections.csv} beside the data package, if there is one. */
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
                                .getOrDefault("edition", file.edition())
                                .equals(file.edition()))
                .map(correction -> "The correction on line " + correction.line() + " of " + FILE + " ("
                        + correction.reason() + ") matches no record of " + file.pathInDataset()
                        + ": correct its match, or remove it if the publisher has dropped the record.")
                .toList();
    }

    /**
     * The corrections of a resource; none where its data set has no such file.
     *
     * @throws InputRejected naming every fault of the file
     */
    static List<Correction> of(Resource resource, Storage storage) {
        if (resource.folder().isEmpty()) {
            return List.of();
        }
        String uri = DataPackage.below(resource.folder(), FILE);
        List<Fault> faults = new ArrayList<>();
        try {
            if (!storage.exists(uri)) {
                return List.of();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(uri + " cannot be looked for", e);
        }
        List<Correction> corrections = CorrectionsFile.read(
                () -> storage.open(uri), resource.name(), RecordLayout.of(resource.table()), faults);
        if (!faults.isEmpty()) {
            throw new InputRejected(resource.title(), faults);
        }
        return corrections;
    }
}
