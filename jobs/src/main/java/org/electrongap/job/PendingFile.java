package org.electrongap.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.electrongap.load.LoadRules;
import org.electrongap.load.Resource;
import org.electrongap.load.SourceFile;
import org.electrongap.load.SourceFiles;
import org.electrongap.load.Storage;
import org.electrongap.run.Ledger;
import org.electrongap.run.SliceReceipt;

/**
 * A file that has to be loaded.
 *
 * @param resource its resource
 * @param file the file
 * @param reason why
 * @param moves slices of the same content that it takes the place of, beside its own
 */
record PendingFile(Resource resource, SourceFile file, String reason, List<String> moves) {

    private static final String OTHERS_CHANGED = "another slice that holds keys of it has changed";

    PendingFile {
        moves = List.copyOf(moves);
    }

    PendingFile(Resource resource, SourceFile file, String reason) {
        this(resource, file, reason, List.of());
    }

    /** The same file in the place of slices of the same content. */
    PendingFile moving(List<String> slices) {
        return new PendingFile(
                resource,
                file,
                reason,
                slices.stream().filter(other -> !other.equals(slice())).toList());
    }

    /** The slice that it fills. */
    String slice() {
        return resource.slice(file);
    }

    /** Where the warehouse holds its slice, as tables and slices are named in the ledger. */
    String place() {
        return resource.table().path() + "|" + slice();
    }

    /** Why a file has to be loaded; nothing where the warehouse holds it. */
    static Optional<String> reason(Resource resource, SourceFile file, Ledger ledger, Storage storage) {
        Optional<SliceReceipt> loaded = ledger.slice(resource.table().path(), resource.slice(file));
        if (loaded.isEmpty()) {
            return Optional.of("not loaded yet");
        }
        SliceReceipt held = loaded.get();
        if (!held.fileHash().equals(file.sha256())) {
            return Optional.of("the file has changed");
        }
        if (!held.rulesHash().equals(rules(resource, storage))) {
            return Optional.of("its mapping or corrections have changed");
        }
        return ledger.isOutdated(held) ? Optional.of(OTHERS_CHANGED) : Optional.empty();
    }

    /** What decides, beside its content, how a file is read: a hash of its mapping and corrections. */
    static String rules(Resource resource, Storage storage) {
        try {
            return LoadRules.hash(resource, storage);
        } catch (IOException e) {
            throw new UncheckedIOException("mapping or corrections of " + resource.title() + " cannot be read", e);
        }
    }

    /** The files of a resource. */
    static List<SourceFile> files(Resource resource, Storage storage) {
        try {
            return SourceFiles.of(resource, storage);
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + resource.title() + " cannot be read", e);
        }
    }
}
