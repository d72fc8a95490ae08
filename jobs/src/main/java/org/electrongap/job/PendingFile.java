package org.electrongap.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.electrongap.load.LoadRules;
import org.electrongap.load.Resource;
import org.electrongap.load.SourceFile;
import org.electrongap.load.SourceFiles;
import org.electrongap.load.Storage;
import org.electrongap.load.Storages;
import org.electrongap.run.Ledger;
import org.electrongap.run.SliceReceipt;

/**
 * A file that has to be loaded.
 *
 * @param resource its resource
 * @param file the file
 * @param reason why
 */
record PendingFile(Resource resource, SourceFile file, String reason) {

    /** The files of these data sets, or of all, that the warehouse does not hold; needs no Spark. */
    static List<PendingFile> of(RunContext.Environment environment, Ledger ledger, List<String> datasets) {
        List<PendingFile> pending = new ArrayList<>();
        Storage storage = Storages.of(environment::configuration);
        for (Resource resource : DataSets.resources(environment, storage, datasets)) {
            for (SourceFile file : files(resource, storage)) {
                SliceReceipt held = ledger.slices().get(resource.table().path() + "|" + resource.slice(file));
                if (held == null) {
                    pending.add(new PendingFile(resource, file, "not loaded yet"));
                } else if (!held.fileHash().equals(file.sha256())) {
                    pending.add(new PendingFile(resource, file, "the file has changed"));
                } else if (!held.rulesHash().equals(rules(resource, storage))) {
                    pending.add(new PendingFile(resource, file, "its mapping or corrections have changed"));
                }
            }
        }
        return pending;
    }

    /** What decides, beside its content, how a file is read: a hash of its mapping and corrections. */
    static String rules(Resource resource, Storage storage) {
        try {
            return LoadRules.hash(resource, storage);
        } catch (IOException e) {
            throw new UncheckedIOException("mapping or corrections of " + resource.title() + " cannot be read", e);
        }
    }

    private static List<SourceFile> files(Resource resource, Storage storage) {
        try {
            return SourceFiles.of(resource, storage);
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + resource.title() + " cannot be read", e);
        }
    }
}
