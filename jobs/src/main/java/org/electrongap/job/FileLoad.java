package org.electrongap.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrongap.load.Check;
import org.electrongap.load.DataPackage;
import org.electrongap.load.InputFile;
import org.electrongap.load.InputRejected;
import org.electrongap.load.Resource;
import org.electrongap.load.SourceFile;
import org.electrongap.load.SourceFiles;
import org.electrongap.load.Storage;
import org.electrongap.load.Storages;
import org.electrongap.load.format.MappingDraft;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.run.Ledger;
import org.electrongap.run.SliceReceipt;

/** Loads one file that the user names, or tells how it would be understood. */
final class FileLoad {

    private final RunContext.Environment environment;
    private final OneFile file;
    private final Storage storage;

    FileLoad(RunContext.Environment environment, OneFile file) {
        this.environment = environment;
        this.file = file;
        this.storage = Storages.of(environment::configuration);
    }

    /** How the file would be understood; changes nothing. */
    RunOutcome check() {
        PendingFile pending;
        try {
            pending = pending();
        } catch (InputRejected rejected) {
            return new RunOutcome(RunOutcome.Kind.INPUT_REJECTED, Optional.empty(), List.of(), withDraft(rejected));
        }
        Check check = Check.of(pending.resource(), pending.file(), storage, today());
        return new RunOutcome(
                check.sound() ? RunOutcome.Kind.DONE : RunOutcome.Kind.INPUT_REJECTED,
                Optional.empty(),
                List.of(),
                check.lines());
    }

    /** Why the file cannot be placed; where no format fits it, what its columns hold and a mapping to begin with. */
    private List<String> withDraft(InputRejected rejected) {
        List<String> lines = new ArrayList<>();
        rejected.faults().forEach(fault -> lines.add("would be rejected: " + fault.text()));
        boolean unknown =
                rejected.faults().stream().anyMatch(fault -> fault.rule().equals("unknown_layout"));
        if (unknown) {
            lines.addAll(draft());
        }
        return lines;
    }

    private List<String> draft() {
        try {
            return MappingDraft.of(() -> storage.open(file.input()));
        } catch (DamagedFile damage) {
            return List.of("would be rejected: " + damage.fault().text());
        }
    }

    /**
     * The file as a thing to load, or nothing when the warehouse holds its very content already. The same content is loaded
     * again where its mapping or corrections have changed since.
     */
    Optional<PendingFile> toLoad(Ledger ledger) {
        PendingFile pending = pending();
        List<SliceReceipt> same = ledger.slices().values().stream()
                .filter(slice -> slice.fileHash().equals(pending.file().sha256())
                        && slice.table().equals(pending.resource().table().path()))
                .toList();
        if (same.isEmpty()) {
            refuseSilentReplacement(ledger, pending);
            return Optional.of(pending);
        }
        return Optional.of(pending).filter(file -> same.stream().anyMatch(held -> isReadAnew(file, held)));
    }

    private boolean isReadAnew(PendingFile pending, SliceReceipt held) {
        return held.slice().equals(pending.resource().slice(pending.file()))
                && !held.rulesHash().equals(PendingFile.rules(pending.resource(), storage));
    }

    private void refuseSilentReplacement(Ledger ledger, PendingFile pending) {
        String slice = pending.resource().slice(pending.file());
        SliceReceipt other = ledger.slices().get(pending.resource().table().path() + "|" + slice);
        if (other != null && !file.replace()) {
            throw new InputRejectedException(file.input() + ": slice " + slice + " is loaded already from "
                    + other.file() + ", with other content. An edition is never overwritten silently: name another"
                    + " --edition if it is one, or add --replace to take its place, on record.");
        }
    }

    private PendingFile pending() {
        try {
            List<DataPackage> known = DataSets.packages(environment, storage);
            InputFile input = new InputFile(
                    file.input(), file.dataset(), file.format(), file.mapping(), file.publisher(), file.edition());
            Resource declared = input.resource(known, storage, today());
            Resource resource = file.corrections().map(declared::correctedBy).orElse(declared);
            SourceFile source = SourceFiles.named(file.input(), resource, storage);
            return new PendingFile(resource, source, "named on the command line");
        } catch (java.io.FileNotFoundException | java.nio.file.NoSuchFileException e) {
            throw new InputRejectedException(file.input() + ": there is no such file");
        } catch (IOException e) {
            throw new UncheckedIOException(file.input() + " cannot be read", e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(environment.run().startedAt(), ZoneOffset.UTC);
    }
}
