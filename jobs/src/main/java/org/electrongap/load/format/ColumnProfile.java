package org.electrongap.load.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the columns of a file hold, for people who must say what they mean. */
final class ColumnProfile {

    private static final int EXAMPLES = 3;
    private static final int WIDTH = 40;

    private final CsvHeader header;
    private final long[] filled;
    private final List<Set<String>> examples = new ArrayList<>();
    private long rows;

    ColumnProfile(CsvHeader header) {
        this.header = header;
        this.filled = new long[header.size()];
        header.names().forEach(name -> examples.add(new LinkedHashSet<>()));
    }

    void see(List<String> fields) {
        rows++;
        for (int i = 0; i < Math.min(fields.size(), filled.length); i++) {
            String text = fields.get(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            filled[i]++;
            if (examples.get(i).size() < EXAMPLES) {
                examples.get(i).add(shown(text));
            }
        }
    }

    /** The header that was profiled. */
    CsvHeader header() {
        return header;
    }

    /**
     * One line for a column: its name, in how many rows it is filled, and a few of its texts.
     *
     * @param use what becomes of it, such as read or passed over
     */
    String line(int column, String use) {
        return String.format(
                Locale.ROOT,
                "%-32s %-12s filled in %d of %d rows%s",
                header.names().get(column),
                use,
                filled[column],
                rows,
                examples.get(column).isEmpty() ? "" : ", such as " + String.join(" | ", examples.get(column)));
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\ufffd");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
    }
}
