package org.electrongap.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.electrongap.load.EditionRows;
import org.electrongap.load.LoadedFile;
import org.electrongap.load.Storages;
import org.electrongap.run.HeldEdition;
import org.electrongap.run.SliceReceipt;

/** The receipts of files that a load wrote into one table. */
final class SliceReceipts {

    private static final int EDITIONS_OF_A_REGISTER = 20;

    private final RunContext context;
    private final List<LoadedFile> files;

    SliceReceipts(RunContext context, List<LoadedFile> files) {
        this.context = context;
        this.files = List.copyOf(files);
    }

    /** One a file. */
    List<SliceReceipt> all() {
        return files.stream().map(this::receipt).toList();
    }

    private SliceReceipt receipt(LoadedFile loaded) {
        return new SliceReceipt(
                loaded.resource().table().path(),
                loaded.slice(),
                loaded.resource().dataset(),
                loaded.resource().name(),
                loaded.resource().editions().part(loaded.file().pathInDataset()),
                loaded.file().pathInDataset(),
                loaded.file().sha256(),
                rules(loaded),
                loaded.published().stream().map(LocalDate::toString).toList(),
                heldEditions(loaded),
                loaded.counts().read(),
                loaded.counts().accepted(),
                loaded.counts().quarantined(),
                loaded.counts().exactDuplicates(),
                loaded.counts().setAsideByRule(),
                loaded.resource().freshnessDays().orElse(0),
                context.run().id(),
                context.now().toString(),
                loaded.resource().source(),
                leansOn(loaded));
    }

    /** The content of each slice that holds keys of the file, as it is once these files are loaded. */
    private Map<String, String> leansOn(LoadedFile loaded) {
        Map<String, String> contents = new TreeMap<>();
        for (String slice : loaded.heldBy()) {
            contents.put(
                    slice,
                    files.stream()
                            .filter(file -> file.slice().equals(slice))
                            .map(this::content)
                            .findFirst()
                            .orElseGet(() -> context.ledger()
                                    .current()
                                    .slice(loaded.resource().table().path(), slice)
                                    .map(SliceReceipt::content)
                                    .orElse("")));
        }
        return contents;
    }

    private String content(LoadedFile file) {
        return file.file().sha256() + " " + rules(file);
    }

    private String rules(LoadedFile file) {
        return PendingFile.rules(file.resource(), Storages.of(context.environment()::configuration));
    }

    /** Tables other than the panels are registers: where each row has an edition of its own, the ledger does not list them. */
    private static List<HeldEdition> heldEditions(LoadedFile loaded) {
        boolean areListed = RevisionsStep.PANELS.contains(loaded.resource().table())
                || loaded.editions().size() <= EDITIONS_OF_A_REGISTER;
        return areListed ? loaded.editions().stream().map(SliceReceipts::held).toList() : List.of();
    }

    private static HeldEdition held(EditionRows edition) {
        return new HeldEdition(
                edition.source(),
                edition.basis(),
                edition.published() == null ? null : edition.published().toString(),
                edition.edition(),
                edition.rows());
    }
}
