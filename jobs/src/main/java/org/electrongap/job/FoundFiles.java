package org.electrongap.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.electrongap.load.Resource;
import org.electrongap.load.SourceFile;
import org.electrongap.load.Storage;
import org.electrongap.load.Storages;
import org.electrongap.run.Ledger;
import org.electrongap.run.SliceReceipt;

/**
 * The files of data sets, and which of them have to be loaded.
 *
 * @param pending those that have to be
 * @param held those that the warehouse holds as they are
 */
record FoundFiles(List<PendingFile> pending, List<PendingFile> held) {

    private static final String OTHERS_CHANGE = "another slice that holds keys of it changes";

    FoundFiles {
        pending = List.copyOf(pending);
        held = List.copyOf(held);
    }

    /** One file that the user named. */
    static FoundFiles named(PendingFile file) {
        return new FoundFiles(List.of(file), List.of());
    }

    /** The files of these data sets, or of all; needs no Spark. */
    static FoundFiles of(RunContext.Environment environment, Ledger ledger, List<String> datasets) {
        List<PendingFile> pending = new ArrayList<>();
        List<PendingFile> held = new ArrayList<>();
        Storage storage = Storages.of(environment::configuration);
        for (Resource resource : DataSets.resources(environment, storage, datasets)) {
            for (SourceFile file : PendingFile.files(resource, storage)) {
                Optional<String> reason = PendingFile.reason(resource, file, ledger, storage);
                reason.ifPresentOrElse(
                        why -> pending.add(new PendingFile(resource, file, why)),
                        () -> held.add(new PendingFile(resource, file, OTHERS_CHANGE)));
            }
        }
        return new FoundFiles(pending, held);
    }

    /**
     * The held files of which records were left out because one of these slices held them.
     *
     * @param places the slices, as {@link PendingFile#place} names them
     */
    List<PendingFile> leaningOn(Collection<String> places, Ledger ledger) {
        return held.stream()
                .filter(file -> leansOn(file, ledger).stream().anyMatch(places::contains))
                .toList();
    }

    private static List<String> leansOn(PendingFile file, Ledger ledger) {
        String table = file.resource().table().path();
        return ledger.slice(table, file.slice()).map(SliceReceipt::leansOn).stream()
                .flatMap(lenders -> lenders.keySet().stream())
                .map(slice -> table + "|" + slice)
                .toList();
    }
}
