package org.electrongap.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.electrongap.report.Manifest;
import org.electrongap.report.ReportRows;

/** The reports that readers follow, for the terminal; needs no Spark. */
public final class PublishedReports {

    private final RunContext.Environment environment;
    private final ReportFolders folders;

    /** The reports of that folder. */
    public PublishedReports(RunContext.Environment environment) {
        this.environment = environment;
        this.folders = new ReportFolders(environment.reports());
    }

    /** The manifest that readers follow; nothing when nothing was published yet. */
    public Optional<Manifest> latest() {
        return folders.latest();
    }

    /** The manifest of a day's newest folder. */
    public Optional<Manifest> of(LocalDate asOf) {
        return folders.newest(asOf);
    }

    /** What readers had on a day: the newest folder up to it, or else the oldest folder there is. */
    public Optional<Manifest> asOfOrOldest(LocalDate day) {
        return folders.asOfOrOldest(day);
    }

    /** The folder published next before that one. */
    public Optional<Manifest> before(Manifest manifest) {
        return folders.before(manifest);
    }

    /** Rows of a report, at most so many. */
    public List<Map<String, Object>> rows(Manifest.Report report, Predicate<Map<String, Object>> keep, long atMost) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Manifest.File file : report.files()) {
            rows.addAll(ReportRows.of(
                    environment.reports().uri(file.path()), environment.configuration(), keep, atMost - rows.size()));
        }
        return rows;
    }
}
