package org.electrongap.load;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What publishers say of figures that are loaded all the same: estimated, imputed. */
final class MarkedRecords {

    private MarkedRecords() {}

    /**
     * One sentence for people; none where no record is marked.
     *
     * @param file the file that holds the records
     * @param counts the number of records by what is said of them
     */
    static List<String> notes(String file, SortedMap<String, Long> counts) {
        return counts.isEmpty()
                ? List.of()
                : List.of(file + " marks records that are loaded: "
                        + counts.entrySet().stream()
                                .map(mark -> mark.getKey() + " " + mark.getValue())
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
