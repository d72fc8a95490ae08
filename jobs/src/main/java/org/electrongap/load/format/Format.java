package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.RecordSink;
import org.electrongap.load.record.Source;
import org.electrongap.table.TableName;

/** One layout in which a publisher ships files, and how its records become those of a core table. */
public interface Format {

    /** The name by which a data package or {@code --format} chooses it. */
    String formatName();

    /** The core table that its records are for. */
    TableName table();

    /** Whether a file that begins like this is of this format. */
    boolean recognises(Head head);

    /** What keeps the beginning of a file from holding this format's header; empty where the format has none. */
    default Optional<HeaderGap> gap(Head head) {
        return Optional.empty();
    }

    /**
     * Which part of an edition a file holds, where a publisher issues an edition in several files; empty where not.
     *
     * @throws DamagedFile when its text must tell and cannot be read to its end
     */
    default String part(String fileName, Source source) {
        return "";
    }

    /**
     * What must be known of a file to read it in parts; empty where it can only be read as a whole.
     *
     * @param declared the declared encoding; empty: that of the format
     */
    default Optional<Divisible> divisible(Optional<Charset> declared) {
        return Optional.empty();
    }

    /** How each column of the table is filled, one line each, for people; empty where the format itself says it. */
    default List<String> understanding() {
        return List.of();
    }

    /**
     * What the columns of a file hold and which of them are read, one line each, for people.
     *
     * @throws DamagedFile when the file cannot be read to its end
     */
    default List<String> columns(Source source, Origin origin) {
        return List.of();
    }

    /**
     * Gives every record of a file to the sink, in the order of the file.
     *
     * @throws DamagedFile when the file cannot be read to its end
     */
    void read(Source source, Origin origin, RecordSink sink);
}
