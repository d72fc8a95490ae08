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

    /** The largest file that is read as a whole where it cannot be read in parts: unpacked, and packed. */
    private static final long WHOLE_LIMIT = 64L << 20;

    private static final long PACKED_LIMIT = 8L << 20;

    /**
     * The way for a file.
     *
     * @param smallBytes up to this size a file is read as a whole
     * @throws InputRejected when it is too large for the only way that its format allows
     */
    static ReadingWay of(Resource resource, SourceFile file, Storage storage, long smallBytes) {
        boolean packed = file.fileName().matches("(?i).*[.](gz|zip|xlsx)");
        boolean divisible = Layouts.of(resource, storage).divisibleBelow().isPresent() && !packed;
        long limit = packed ? PACKED_LIMIT : WHOLE_LIMIT;
        if (!divisible && file.bytes() > limit) {
            throw new InputRejected(resource.title(), List.of(tooLarge(file, limit, packed)));
        }
        return divisible && file.bytes() > smallBytes ? IN_PARTS : WHOLE;
    }

    private static Fault tooLarge(SourceFile file, long limit, boolean packed) {
        return new Fault(
                "too_large",
                file.pathInDataset(),
                "it has " + (file.bytes() >> 20) + " MB and cannot be read in parts",
                "more than " + (limit >> 20) + " MB " + (packed ? "packed" : "of this format")
                        + " would not fit the memory of one machine",
                packed ? "Unpack it; export a workbook's sheet as CSV" : "Divide it into files by year or region");
    }
}
