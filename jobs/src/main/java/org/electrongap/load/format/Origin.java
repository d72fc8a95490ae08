package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Optional;
import org.electrongap.load.record.Corrections;

/**
 * What is known of a file besides its text, for publishers whose files do not say it in each row.
 *
 * @param fileName the file's name, folders left out
 * @param encoding the declared encoding; empty: that of the format
 * @param source who published the figures, and in what; blank: what the format says
 * @param edition the date on which the publisher put them out, as known; empty where the rows say it themselves
 * @param retrieved the day on which the source was read
 * @param grade how the figures were seen, in the words of the contracts
 * @param corrections what is known to be wrong in it
 * @param end what the end of the text is
 */
public record Origin(
        String fileName,
        Optional<Charset> encoding,
        String source,
        String edition,
        LocalDate retrieved,
        String grade,
        Corrections corrections,
        End end) {

    /** What the end of a text is. */
    public enum End {
        /** That of the file, which may have been cut there. */
        OF_THE_FILE,
        /** That of one of its parts, behind which the next begins. */
        OF_A_PART
    }

    /** A file of which nothing is known to be wrong. */
    public Origin(
            String fileName,
            Optional<Charset> encoding,
            String source,
            String edition,
            LocalDate retrieved,
            String grade) {
        this(fileName, encoding, source, edition, retrieved, grade, Corrections.none(), End.OF_THE_FILE);
    }
}
