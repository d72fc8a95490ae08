package org.electrongap.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipException;
import org.electrongap.load.format.Divisible;
import org.electrongap.load.format.Formats;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;

/**
 * How a large text is divided.
 *
 * @param layout how it is laid out
 * @param firstDataLine the line behind its header
 * @param header the header
 * @param rows the parts below it
 */
record FileParts(LayoutChoice layout, long firstDataLine, FilePart header, List<FilePart> rows) {

    /** Each part of a packed text costs an unpacking of all before it, so that there should be few. */
    private static final int PACKED_PARTS_ARE_LARGER = 4;

    /**
     * Divides a file in one pass.
     *
     * @param bytes the least size of a part
     * @throws InputRejected when the file is packed and damaged, or its records do not end
     */
    static FileParts of(Resource resource, SourceFile file, Storage storage, long bytes) {
        LayoutChoice layout = LayoutChoice.of(resource, storage);
        boolean packed = ReadingWay.isPacked(file.fileName());
        try (InputStream in = open(storage, file.uri(), file.fileName())) {
            Divisible text = layout.chosen().divisible(resource.encoding()).orElseThrow();
            long firstDataLine = text.firstDataLine(() -> storage.open(file.uri()));
            long leastBytes = packed ? PACKED_PARTS_ARE_LARGER * bytes : bytes;
            List<FilePart> all =
                    new FileDivision(text.separator(), firstDataLine, leastBytes, FileDivision.MOST_BYTES).of(in);
            return new FileParts(layout, firstDataLine, all.get(0), all.subList(1, all.size()));
        } catch (DamagedFile damage) {
            throw new InputRejected(resource.title(), List.of(damage.fault()));
        } catch (EOFException | ZipException e) {
            throw new InputRejected(
                    resource.title(),
                    List.of(new Fault(
                            "truncated",
                            file.pathInDataset(),
                            "the compressed file ends too early or is broken (" + e.getMessage() + ")",
                            "the records behind that place are lost",
                            "Fetch the file again")));
        } catch (IOException e) {
            throw new UncheckedIOException(file.uri() + " cannot be read", e);
        }
    }

    /** The byte behind the last of the text. */
    long end() {
        return rows.isEmpty() ? header.to() : rows.get(rows.size() - 1).to();
    }

    /** The bytes of the text. */
    static InputStream open(Storage storage, String uri, String fileName) throws IOException {
        return ReadingWay.isPacked(fileName) ? Formats.unpacked(() -> storage.open(uri)) : storage.open(uri);
    }
}
