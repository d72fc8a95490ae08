package org.electrongap.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.electrongap.load.EditionRows;
import org.electrongap.load.LoadedFile;
import org.electrongap.load.Resource;
import org.electrongap.load.Storages;
import org.electrongap.run.HeldEdition;
import org.electrongap.run.SliceReceipt;

/** The receipts of files that a load wrote into one table. */
final class SliceReceipts {

    private static final int EDITIONS_OF_A_REGISTER = 20;

    private final RunContext context;
    private final List<FileReadings.FileRead> files;

    SliceReceipts(RunContext context, List<FileReadings.FileRead> files) {
        this.context = context;
        this.files = List.copyOf(files);
    }

    /** One a file. */
    List<SliceReceipt> all() {
        return files.stream()
                .flatMap(read -> read.loaded().map(loaded -> receipt(read, loaded)).stream())
                .toList();
    }

    private SliceReceipt receipt(FileReadings.FileRead read, LoadedFile loaded) {
        return new SliceReceipt(
                loaded.resource().table().path(),
                loaded.slice(),
                loaded.resource().dataset(),
                loaded.resource().name(),
                loaded.resource().editions().part(loaded.file().pathInDataset()),
                loaded.file().pathInDataset(),
                loaded.file().sha256(),
                rules(loaded.resource()),
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
                leansOn(read, loaded));
    }

    /**
     * The content of each slice that held keys of the file when that was read: its new one only where the load had made it anew
     * by then.
     */
    private Map<String, String> leansOn(FileReadings.FileRead read, LoadedFile loaded) {
        Map<String, String> contents = new TreeMap<>();
        for (String slice : loaded.heldBy()) {
            contents.put(slice, read.before().contains(slice) ? anew(slice) : held(loaded.resource(), slice));
        }
        return contents;
    }

    private String held(Resource resource, String slice) {
        return context.ledger()
                .current()
                .slice(resource.table().path(), slice)
                .map(SliceReceipt::content)
                .orElse("");
    }

    private String anew(String slice) {
        FileReadings.FileRead lender = read(slice);
        Map<String, String> lenders = new TreeMap<>();
        lender.loaded().orElseThrow().heldBy().forEach(other -> lenders.put(other, ofLender(lender, other)));
        return content(lender, lenders);
    }

    private String ofLender(FileReadings.FileRead lender, String other) {
        return lender.before().contains(other)
                ? content(read(other), Map.of())
                : held(lender.file().resource(), other);
    }

    private String content(FileReadings.FileRead read, Map<String, String> leansOn) {
        return SliceReceipt.content(
                read.file().file().sha256(), rules(read.file().resource()), leansOn);
    }

    private FileReadings.FileRead read(String slice) {
        return files.stream()
                .filter(read -> read.file().slice().equals(slice))
                .findFirst()
                .orElseThrow();
    }

    private String rules(Resource resource) {
        return PendingFile.rules(resource, Storages.of(context.environment()::configuration));
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
