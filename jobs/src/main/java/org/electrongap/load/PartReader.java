package org.electrongap.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.electrongap.load.format.Origin;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Corrected;
import org.electrongap.load.record.Correction;
import org.electrongap.load.record.Corrections;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Gathering;
import org.electrongap.load.record.RecordLayout;

/** Reads one part of a large file on an executor, as if the header stood above it. */
final class PartReader implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String uri;
    private final FilePart header;
    private final long firstDataLine;
    private final long end;
    private final LayoutChoice layout;
    private final ArrayList<Correction> corrections;
    private final String fileName;
    private final String encoding;
    private final String source;
    private final String edition;
    private final LocalDate retrieved;
    private final String grade;
    private final Place place;

    PartReader(
            Resource resource,
            SourceFile file,
            FileParts text,
            List<Correction> corrections,
            LocalDate today,
            Place place) {
        this.uri = file.uri();
        this.header = text.header();
        this.firstDataLine = text.firstDataLine();
        this.end = text.end();
        this.layout = text.layout();
        this.corrections = new ArrayList<>(corrections);
        this.fileName = file.fileName();
        this.encoding = resource.encoding().map(Charset::name).orElse("");
        this.source = resource.source();
        this.edition = file.edition();
        this.retrieved = resource.retrieved().orElse(today);
        this.grade = resource.grade();
        this.place = place;
    }

    /**
     * Casts the records of a part. Its lines are those of the part; {@link #line} makes them those of the file.
     *
     * @param sound takes each record whose every cell was cast
     */
    Gathering read(FilePart part, Consumer<CheckedRecord> sound) {
        Gathering gathering = new Gathering(layout(), sound);
        Optional<Charset> declared =
                Optional.of(encoding).filter(name -> !name.isEmpty()).map(Charset::forName);
        Corrections ofThePart = new Corrections(corrections, linesBefore(part));
        Origin.End endOfText = part.to() == end ? Origin.End.OF_THE_FILE : Origin.End.OF_A_PART;
        Origin origin = new Origin(fileName, declared, source, edition, retrieved, grade, ofThePart, endOfText);
        try {
            layout.chosen().read(() -> text(part), origin, new Corrected(gathering, ofThePart));
        } catch (DamagedFile damage) {
            gathering.fault(damage.fault());
        }
        return gathering;
    }

    /** The layout of the records. */
    RecordLayout layout() {
        return RecordLayout.of(layout.tableName());
    }

    /** The line of the file that a line of a part is. */
    long line(FilePart part, long line) {
        return line + linesBefore(part);
    }

    /** What makes a line of a part one of the file. */
    long linesBefore(FilePart part) {
        return part.firstLine() - firstDataLine;
    }

    private InputStream text(FilePart part) throws IOException {
        Storage storage = place.storage();
        return new SequenceInputStream(text(storage, header), text(storage, part));
    }

    private InputStream text(Storage storage, FilePart part) throws IOException {
        try (InputStream in = FileParts.open(storage, uri, fileName)) {
            in.skipNBytes(part.from());
            byte[] bytes = new byte[(int) (part.to() - part.from())];
            return new ByteArrayInputStream(bytes, 0, in.readNBytes(bytes, 0, bytes.length));
        }
    }

    /** Where the file lies, as seen from the machine that reads. */
    @FunctionalInterface
    interface Place extends Serializable {

        Storage storage();
    }
}
