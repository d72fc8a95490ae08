package org.electrongap.load.record;

import java.util.List;

/**
 * The corrections that are for the records of a text.
 *
 * @param all those of its resource
 * @param linesBefore what makes a line of the text one of the file; 0 where the text is the whole file
 */
public record Corrections(List<Correction> all, long linesBefore) {

    public Corrections {
        all = List.copyOf(all);
    }

    /** No corrections. */
    public static Corrections none() {
        return new Corrections(List.of(), 0);
    }

    /** Those that name the columns of the table, or those of the file. */
    public List<Correction> naming(Correction.Names names) {
        return all.stream().filter(correction -> correction.names() == names).toList();
    }
}
