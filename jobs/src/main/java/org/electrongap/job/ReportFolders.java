package org.electrongap.job;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrongap.report.Manifest;
import org.electrongap.run.Json;
import org.electrongap.run.Store;

/** The report folders of one day each: {@code AS_OF}, and {@code AS_OF.2}, {@code .3} where results differed later. */
final class ReportFolders {

    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.(\\d+))?");

    private static final String STAGING = ".staging-";

    private final Store reports;

    ReportFolders(Store reports) {
        this.reports = reports;
    }

    /** The manifest of the newest folder of that day, those of a user's own series left out. */
    Optional<Manifest> newest(LocalDate asOf) {
        return published(asOf)
                .sorted(Comparator.comparingInt(Name::number).reversed())
                .flatMap(name -> manifest(name.folder()).stream())
                .filter(manifest -> !manifest.status().equals(Manifest.OWN_SERIES))
                .findFirst();
    }

    /** What readers had before: the newest folder of a day up to this one, or else the oldest folder there is. */
    Optional<Manifest> asOfOrOldest(LocalDate day) {
        List<Name> all = inOrder();
        return all.stream()
                .filter(name -> !LocalDate.parse(name.asOf()).isAfter(day))
                .reduce((a, b) -> b)
                .or(() -> all.stream().findFirst())
                .flatMap(name -> manifest(name.folder()));
    }

    /** The folder published next before that one. */
    Optional<Manifest> before(Manifest manifest) {
        return inOrder().stream()
                .takeWhile(name -> !name.folder().equals(manifest.folder()))
                .reduce((a, b) -> b)
                .flatMap(name -> manifest(name.folder()));
    }

    private List<Name> inOrder() {
        return reports.names().stream()
                .flatMap(name -> Name.parse(name).stream())
                .filter(name -> manifest(name.folder())
                        .filter(manifest -> !manifest.status().equals(Manifest.OWN_SERIES))
                        .isPresent())
                .sorted(Comparator.comparing(Name::asOf).thenComparingInt(Name::number))
                .toList();
    }

    /** The name of the next folder of that day; an unfinished folder of that name is removed. */
    String next(LocalDate asOf) {
        int number = published(asOf).mapToInt(Name::number).max().orElse(0) + 1;
        String folder = number == 1 ? asOf.toString() : asOf + "." + number;
        reports.delete(folder);
        return folder;
    }

    /** The manifest that readers follow. */
    Optional<Manifest> latest() {
        return reports.text(Manifest.LATEST)
                .map(text -> Json.value(text, Manifest.class, reports.uri(Manifest.LATEST)));
    }

    /** Makes a manifest the one that readers follow, unless they follow one of a later day. */
    boolean follow(Manifest manifest) {
        boolean later = latest().filter(now -> !now.status().equals(Manifest.OWN_SERIES))
                .filter(now -> now.asOf().compareTo(manifest.asOf()) > 0)
                .isPresent();
        if (!later) {
            reports.replace(Manifest.LATEST, Json.text(manifest));
        }
        return !later;
    }

    /**
     * Makes the manifest of an earlier folder the one that readers follow, whatever its day; the next run that publishes leads
     * them on.
     *
     * @throws InputRejectedException when there is no such folder, or it is not finished
     */
    Manifest followAgain(String folder) {
        Manifest earlier = Name.parse(folder)
                .flatMap(name -> manifest(name.folder()))
                .orElseThrow(() -> new InputRejectedException(reports.uri() + " holds no published folder '" + folder
                        + "'; there are "
                        + reports.names().stream()
                                .filter(name -> Name.parse(name).isPresent())
                                .collect(Collectors.joining(", "))));
        reports.replace(Manifest.LATEST, Json.text(earlier));
        return earlier;
    }

    /**
     * Folders that no reader follows any more: those published before {@code oldest} that {@code latest.json} does not name,
     * and unfinished ones that were not begun {@code today}. When a folder was published its manifest's run tells, never a
     * file's time; a backfill of an old day is as young as its run.
     */
    List<String> removable(LocalDate oldest, LocalDate today) {
        String followed = latest().map(Manifest::folder).orElse("");
        return reports.names().stream()
                .filter(name -> !name.equals(followed))
                .filter(name -> name.startsWith(STAGING)
                        ? begun(name.substring(STAGING.length())).isBefore(today)
                        : Name.parse(name).isPresent() && isPast(name, oldest))
                .toList();
    }

    private boolean isPast(String folder, LocalDate oldest) {
        return manifest(folder)
                .map(manifest -> begun(manifest.run()).isBefore(oldest))
                .orElse(true);
    }

    /** The day on which a run began, which its identity starts with; of another identity long ago. */
    private static LocalDate begun(String runId) {
        try {
            return LocalDate.parse(runId.substring(0, Math.min(8, runId.length())), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            return LocalDate.EPOCH;
        }
    }

    private Optional<Manifest> manifest(String folder) {
        Store store = reports.folder(folder);
        return store.text(Manifest.FILE).map(text -> Json.value(text, Manifest.class, store.uri(Manifest.FILE)));
    }

    private Stream<Name> published(LocalDate asOf) {
        return reports.names().stream()
                .flatMap(name -> Name.parse(name).stream())
                .filter(name -> name.asOf().equals(asOf.toString()))
                .filter(name -> reports.folder(name.folder()).contains(Manifest.FILE));
    }

    private record Name(String folder, String asOf, int number) {
        static Optional<Name> parse(String folder) {
            Matcher matcher = NAME.matcher(folder);
            return matcher.matches()
                    ? Optional.of(new Name(
                            folder,
                            matcher.group(1),
                            matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2))))
                    : Optional.empty();
        }
    }
}
