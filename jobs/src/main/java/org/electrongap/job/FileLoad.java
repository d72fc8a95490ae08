package org.electrongap.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Ledger ledger = Ledger.read(environment.warehouse());
        HeldSlices others = others(ledger, pending);
        Check check = Check.of(pending.resource(), pending.file(), storage, today(), others);
        List<String> lines = new ArrayList<>(check.lines());
        if (!others.uncompared().isEmpty()) {
            lines.add("Not compared with the slices " + String.join(", ", others.uncompared())
                    + ", which hold records of the same edition: they are larger than "
                    + (HeldSlices.CHECKED_BYTES >> 20) + " MB, or the log of "
                    + pending.resource().table()
                    + " cannot be read without Spark. A load compares the file with them.");
        }
        Optional<String> refusal = Optional.empty();
        try {
            toLoad(ledger, pending)
                    .ifPresentOrElse(
                            toLoad -> lines.addAll(new FilledByDataSets(environment).notes(ledger, toLoad)),
                            () -> lines.add("the warehouse holds this content already: a load has nothing to do"));
        } catch (InputRejectedException refused) {
            refusal = Optional.of("would be rejected: " + refused.getMessage());
        }
        refusal.ifPresent(lines::add);
        return new RunOutcome(
                check.sound() && refusal.isEmpty() ? RunOutcome.Kind.DONE : RunOutcome.Kind.INPUT_REJECTED,
                Optional.empty(),
                List.of(),
                lines);
    }

    /** The slices beside that of the file, and beside those whose content it is. */
    private HeldSlices others(Ledger ledger, PendingFile pending) {
        List<String> own = Stream.concat(
                        Stream.of(pending.slice()),
                        sameContent(ledger, pending).stream().map(SliceReceipt::slice))
                .toList();
        return new HeldSlices(
                environment, ledger, Optional.empty(), pending.resource().table(), own, List.of());
    }

    private static List<SliceReceipt> sameContent(Ledger ledger, PendingFile pending) {
        return ledger.slicesOf(pending.resource().table().path()).stream()
                .filter(slice -> slice.fileHash().equals(pending.file().sha256()))
                .toList();
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
     * again where its mapping or corrections have changed since, or what other slices held of it. That a data set will undo the
     * load is told.
     */
    Optional<PendingFile> toLoad(Ledger ledger) {
        Optional<PendingFile> toLoad = toLoad(ledger, pending());
        toLoad.ifPresent(
                file -> new FilledByDataSets(environment).notes(ledger, file).forEach(environment.progress()::note));
        return toLoad;
    }

    private Optional<PendingFile> toLoad(Ledger ledger, PendingFile pending) {
        List<SliceReceipt> same = sameContent(ledger, pending);
        List<SliceReceipt> asSaid =
                same.stream().filter(held -> isAsSaid(pending, held)).toList();
        if (!asSaid.isEmpty()) {
            return Optional.of(pending)
                    .filter(file -> asSaid.stream().anyMatch(held -> isReadAnew(file, held, ledger)));
        }
        refuseSilentReplacement(ledger, pending);
        refuseSilentMove(pending, same);
        return Optional.of(pending.moving(same.stream().map(SliceReceipt::slice).toList()));
    }

    /** Whether the edition and the publisher are those that were named when the content was loaded. */
    private static boolean isAsSaid(PendingFile pending, SliceReceipt held) {
        Resource resource = pending.resource();
        boolean sameSource = held.source() == null || held.source().equals(resource.source());
        return sameSource
                && (held.slice().equals(pending.slice())
                        || pending.file().edition().equals(edition(held)));
    }

    /** The edition that a whole slice is; blank where each row names its own. */
    private static String edition(SliceReceipt held) {
        String title = held.dataset() + "/" + held.resource();
        String rest =
                held.slice().substring(Math.min(title.length() + 1, held.slice().length()));
        return rest.equals(held.file()) ? "" : rest.replaceFirst("/.*", "");
    }

    private boolean isReadAnew(PendingFile pending, SliceReceipt held, Ledger ledger) {
        return held.slice().equals(pending.slice())
                && (ledger.isOutdated(held)
                        || !held.rulesHash().equals(PendingFile.rules(pending.resource(), storage)));
    }

    private void refuseSilentReplacement(Ledger ledger, PendingFile pending) {
        Optional<SliceReceipt> other = ledger.slice(pending.resource().table().path(), pending.slice())
                .filter(held -> !held.fileHash().equals(pending.file().sha256()));
        if (other.isPresent() && !file.replace()) {
            throw new InputRejectedException(file.input() + ": slice " + pending.slice() + " is loaded already from "
                    + other.get().file()
                    + ", with other content. An edition is never overwritten silently: name another"
                    + " --edition if it is one, or its --part if an edition comes in several files, or add"
                    + " --replace to take its place, on record.");
        }
    }

    private void refuseSilentMove(PendingFile pending, List<SliceReceipt> same) {
        if (!same.isEmpty() && !file.replace()) {
            String held = same.stream().map(FileLoad::told).collect(Collectors.joining(", and "));
            throw new InputRejectedException(file.input() + ": the warehouse holds this content already, as " + held
                    + "; this load names " + told(pending)
                    + ". One file is one edition of one publisher: load it as it is held and nothing is done, or add"
                    + " --replace to move it, on record.");
        }
    }

    private static String told(SliceReceipt held) {
        return "slice " + held.slice() + told(held.source());
    }

    private static String told(PendingFile pending) {
        return "slice " + pending.slice() + told(pending.resource().source());
    }

    private static String told(String source) {
        return source == null || source.isBlank() ? "" : " of publisher '" + source + "'";
    }

    private PendingFile pending() {
        try {
            List<DataPackage> known = DataSets.packages(environment, storage);
            InputFile input = new InputFile(
                    file.input(), file.dataset(), file.format(), file.mapping(), file.publisher(), file.edition());
            Resource declared = input.resource(known, storage, today());
            Resource part = file.part().map(declared::inPart).orElse(declared);
            Resource resource = file.corrections().map(part::correctedBy).orElse(part);
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
