package org.electrongap.report.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the figures of a source and edition were seen, as the published reports say it where they cite that source: the panels'
 * own reports carry no grade.
 */
final class Grades {

    /** From the strongest to the weakest. */
    private static final List<String> ORDER =
            List.of("primary", "secondary", "derived", "judgement", "single_article", "recalled");

    private final Map<String, String> weakest = new HashMap<>();

    Grades(Reports reports) {
        for (ReportRow row : reports.rows("evidence", row -> true)) {
            weakest.merge(key(row.text("source"), row.text("edition")), row.text("grade"), Grades::weaker);
        }
    }

    /** The weakest grade of figures of that source and edition; empty where no report tells. */
    String of(String source, String edition) {
        return weakest.getOrDefault(key(source, edition), "");
    }

    private static String weaker(String one, String other) {
        return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
    }

    private static String key(String source, String edition) {
        return source + "\n" + edition;
    }
}
