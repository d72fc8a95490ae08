package org.electrongap.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.electrongap.load.DataPackage;
import org.electrongap.load.Storage;
import org.electrongap.load.Storages;
import org.electrongap.run.Ledger;
import org.electrongap.run.SliceReceipt;

/** The slices that data sets fill from files of their own: what a user loads into one of them lasts until its next load. */
final class FilledByDataSets {

    private final RunContext.Environment environment;
    private final Storage storage;

    FilledByDataSets(RunContext.Environment environment) {
        this.environment = environment;
        this.storage = Storages.of(environment::configuration);
    }

    /** What a user is told whose file fills or moves such a slice; nothing where a data set would fill it in the same way. */
    List<String> notes(Ledger ledger, PendingFile named) {
        Set<String> touched = new HashSet<>(named.moves());
        touched.add(named.slice());
        List<String> datasets = datasets(ledger, named, touched);
        if (datasets.isEmpty()) {
            return List.of();
        }
        FoundFiles found = FoundFiles.of(environment, ledger, datasets);
        return Stream.concat(found.pending().stream(), found.held().stream())
                .filter(file -> file.resource().table().equals(named.resource().table())
                        && touched.contains(file.slice())
                        && !isSame(file, named))
                .map(FilledByDataSets::note)
                .toList();
    }

    /** The data sets that are there and to which such a slice belongs. */
    private List<String> datasets(Ledger ledger, PendingFile named, Set<String> touched) {
        Set<String> concerned = new HashSet<>(Set.of(named.resource().dataset()));
        ledger.slicesOf(named.resource().table().path()).stream()
                .filter(held -> touched.contains(held.slice()))
                .map(SliceReceipt::dataset)
                .forEach(concerned::add);
        try {
            return DataSets.packages(environment, storage).stream()
                    .map(DataPackage::name)
                    .filter(concerned::contains)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the data sets of " + environment.datasets() + " cannot be read", e);
        }
    }

    private boolean isSame(PendingFile file, PendingFile named) {
        return file.slice().equals(named.slice())
                && file.file().sha256().equals(named.file().sha256())
                && PendingFile.rules(file.resource(), storage).equals(PendingFile.rules(named.resource(), storage));
    }

    private static String note(PendingFile file) {
        String dataset = file.resource().dataset();
        return "slice " + file.slice() + " is filled by " + file.file().fileName() + " of the data set " + dataset
                + ": its next load, also by nightly, puts back what that file says. To keep what this load brings, change"
                + " that file, or the mapping or corrections of " + dataset;
    }
}
