package org.electrongap.load;

import java.util.List;
import org.electrongap.load.record.Fault;

/** How a file is read. */
enum ReadingWay {
    /** As a whole, in the memory of one process. */
    WHOLE,
    /** In parts, of which one at a time is in memory. */
    IN_PARTS;

    /** Up to this size a file is read by the driver, without a Spark job: its records then take some 100 MB of memory. */
    static final long SMALL_BYTES = 8L << 20;

    /** Tables of figures are packed to a tenth or so. */
    private static final int PACKED_BY = 8;

    /**
     * The way for a file.
     *
     * @param smallBytes up to this size a file is read as a whole
     * @throws InputRejected when it is too large for the only way that its format allows
     */
    static ReadingWay of(Resource resource, SourceFile file, Storage storage, long smallBytes) {
        Kind kind = Kind.of(file.fileName());
        boolean divisible = kind != Kind.WORKBOOK
                && Layouts.of(resource, storage).divisible(resource.encoding()).isPresent();
        long limit = divisible ? kind.limitInParts : kind.limitAsAWhole;
        if (file.bytes() > limit) {
            throw new InputRejected(
                    resource.title(),
                    List.of(new Fault(
                            "too_large",
                            file.pathInDataset(),
                            "it has " + (file.bytes() >> 20) + " MB",
                            "a file of this kind is read up to " + (limit >> 20)
                                    + " MB, so that it fits the memory of one machine",
                            kind.next)));
        }
        long small = kind == Kind.PACKED ? smallBytes / PACKED_BY : smallBytes;
        return divisible && file.bytes() > small ? IN_PARTS : WHOLE;
    }

    /** Whether the name is that of a packed text. */
    static boolean isPacked(String fileName) {
        return Kind.of(fileName) == Kind.PACKED;
    }

    /** Kinds of files with the most bytes that are read of them. */
    private enum Kind {
        TEXT(Long.MAX_VALUE, 64L << 20, "Divide it into files by year or region"),
        /** A larger one would be unpacked too many times, once for each of its parts. */
        PACKED(64L << 20, 8L << 20, "Unpack it"),
        WORKBOOK(8L << 20, 8L << 20, "Export its sheet as CSV");

        private final long limitInParts;
        private final long limitAsAWhole;
        private final String next;

        Kind(long limitInParts, long limitAsAWhole, String next) {
            this.limitInParts = limitInParts;
            this.limitAsAWhole = limitAsAWhole;
            this.next = next;
        }

        static Kind of(String fileName) {
            if (fileName.matches("(?i).*[.]xlsx")) {
                return WORKBOOK;
            }
            return fileName.matches("(?i).*[.](gz|zip)") ? PACKED : TEXT;
        }
    }
}
