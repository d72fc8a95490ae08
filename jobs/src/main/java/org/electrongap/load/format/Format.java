package org.electrongap.load.format;

import java.io.IOException;
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
     * Columns by which the header of a file is found, where each row means something by itself, so that a large file can be
     * read in parts; empty where it cannot.
     */
    default Optional<List<String>> divisibleBelow() {
        return Optional.empty();
    }

    /**
     * The line on which the rows of a divisible file begin; 2 where its header is not found.
     *
     * @throws IOException when its beginning cannot be read
     */
    default long firstDataLine(Source source) throws IOException {
        return Head.of(source).firstDataLine(divisibleBelow().orElseThrow());
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
