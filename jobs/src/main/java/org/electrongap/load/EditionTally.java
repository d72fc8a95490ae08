package org.electrongap.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.electrongap.load.record.RecordLayout;

/** Counts the records of each edition in a part of a file, whose rows mostly follow each other edition by edition. */
final class EditionTally {

    /** A file of more editions names one in each record; they are not worth a receipt. */
    static final int MOST = 200;

    private final int source;
    private final int basis;
    private final int edition;
    private final List<EditionRows> counted = new ArrayList<>();
    private String lastSource;
    private String lastBasis;
    private String lastEdition;
    private LocalDate lastPublished;
    private long rows;

    EditionTally(RecordLayout layout) {
        source = layout.index("source");
        basis = layout.has("basis") ? layout.index("basis") : -1;
        edition = layout.index("edition");
    }

    void add(Object[] values, LocalDate published) {
        String basisNow = basis < 0 ? null : (String) values[basis];
        if (!Objects.equals(values[source], lastSource)
                || !Objects.equals(basisNow, lastBasis)
                || !Objects.equals(values[edition], lastEdition)
                || !Objects.equals(published, lastPublished)) {
            close();
            lastSource = (String) values[source];
            lastBasis = basisNow;
            lastEdition = (String) values[edition];
            lastPublished = published;
        }
        rows++;
    }

    /** What was counted, each edition once; of more than {@link #MOST} one more than these, their rows no longer counted. */
    List<EditionRows> counted() {
        close();
        return List.copyOf(counted);
    }

    private void close() {
        if (rows > 0) {
            merge(counted, new EditionRows(lastSource, lastBasis, lastPublished, lastEdition, rows));
            rows = 0;
        }
    }

    /** The editions of a whole file from what was counted in its parts; none where there are more than {@link #MOST}. */
    static List<EditionRows> ofFile(List<EditionRows> parts) {
        List<EditionRows> merged = new ArrayList<>();
        parts.forEach(part -> merge(merged, part));
        return merged.size() > MOST ? List.of() : List.copyOf(merged);
    }

    private static void merge(List<EditionRows> merged, EditionRows part) {
        if (merged.size() > MOST) {
            return;
        }
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i).isOf(part)) {
                merged.set(i, merged.get(i).plus(part));
                return;
            }
        }
        merged.add(part);
    }
}
