package org.electrongap.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.electrongap.job.RunOutcome;
import org.electrongap.report.Manifest;
import org.electrongap.run.Rejection;

/** The end of a run, as a person likes to read it. */
final class Summary {

    private final PrintWriter out;
    private final Duration took;

    Summary(PrintWriter out, Duration took) {
        this.out = out;
        this.took = took;
    }

    /** Prints the headline numbers, where the reports are, and what was rejected. */
    void tell(RunOutcome outcome, String reports) {
        outcome.manifest().ifPresent(manifest -> {
            headline(manifest);
            out.println();
            out.println("Reports:  " + reports + "/" + manifest.folder() + "  ("
                    + manifest.reports().size() + " reports, as of " + manifest.asOf() + ", "
                    + manifest.status().replace('_', ' ') + ")");
            if (!manifest.page().isEmpty()) {
                out.println("Page:     " + reports + "/" + manifest.page());
            }
            out.println("Manifest: " + reports + "/"
                    + (manifest.status().equals(Manifest.OWN_SERIES)
                            ? manifest.folder() + "/" + Manifest.FILE
                            : Manifest.LATEST));
        });
        rejected(outcome.rejections());
        if (outcome.kind() == RunOutcome.Kind.NOTHING_TO_DO) {
            out.println("Nothing to do: nothing has changed since the last run.");
        }
        out.printf(Locale.ROOT, "Took %.1f s.%n", took.toMillis() / 1000.0);
    }

    private void headline(Manifest manifest) {
        int width = manifest.headline().stream()
                .mapToInt(figure -> figure.label().length())
                .max()
                .orElse(0);
        String basis = "";
        for (Manifest.Figure figure : manifest.headline()) {
            if (!figure.basis().equals(basis)) {
                basis = figure.basis();
                out.println();
                out.println(Character.toUpperCase(basis.charAt(0)) + basis.substring(1) + ":");
            }
            out.printf(Locale.ROOT, "  %-" + width + "s  %s%n", figure.label(), Figures.text(figure));
        }
    }

    private void rejected(List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        out.println();
        out.println("Rejected: " + rejections.size() + (rejections.size() == 1 ? " file" : " files")
                + "; the last good edition of each stays in use.");
        rejections.forEach(rejection -> out.println("  " + rejection.dataset() + ": " + rejection.file() + " ("
                + rejection.faults().size() + (rejection.faults().size() == 1 ? " fault)" : " faults)")));
    }
}
