package org.electrongap.load;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;

/** Records of a large file whose keys may be those of others: they are compared by their real keys on the driver. */
final class RepeatedRecords {

    /** So many are compared; more of them point to a file that holds itself twice. */
    static final int MOST = 100_000;

    private RepeatedRecords() {}

    /** The positions of what identifies a record: its key, or the whole of it. */
    static int[] key(RecordLayout layout) {
        int[] key = layout.keyPositions();
        return key.length > 0 ? key : IntStream.range(0, layout.size()).toArray();
    }

    /** The records of a part whose keys have one of these hashes. */
    static Iterator<Repeat> in(FilePart part, PartReader reader, Set<Long> hashes, int[] key) {
        List<Repeat> repeats = new ArrayList<>();
        reader.read(part, record -> {
            if (hashes.contains(KeyHashes.of(record.values(), key))) {
                long line = reader.line(part, record.line());
                repeats.add(new Repeat(line, record.values(), record.raw().text()));
            }
        });
        return repeats.iterator();
    }

    /** Why a file of more than {@link #MOST} of them is rejected. */
    static Fault tooMany(long repeats) {
        return new Fault(
                "repeated_keys",
                "the whole file",
                repeats + " records share their keys with others",
                "more than " + MOST + " point to a file that holds itself twice, or to a key that does not fit",
                "Remove the repeats, or declare a key that tells the records apart");
    }

    /** A record whose key may be that of another. */
    record Repeat(long line, Object[] values, String raw) implements Serializable {

        CheckedRecord record() {
            return new CheckedRecord(line, values, "", this::raw);
        }
    }
}
