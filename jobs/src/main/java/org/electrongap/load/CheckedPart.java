package org.electrongap.load;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Gathering;
import org.electrongap.load.record.RecordLayout;
import scala.Tuple2;

/**
 * A part of a large file after its one reading: what is told of it, its sound records, and the hashes of their keys.
 *
 * @param part the part
 * @param summary what came of its records
 * @param records its sound records as {@link EncodedRecords}, each with the day from which it is visible as its last cell
 * @param hashes the hashes of their keys, in as many arrays as there are buckets
 */
record CheckedPart(FilePart part, PartSummary summary, byte[] records, byte[][] hashes) implements Serializable {

    /** What stands in the place of a bucket's number before a summary. */
    static final int SUMMARY = -1;

    /** Reads and casts a part. */
    static CheckedPart of(FilePart part, PartReader reader, CoreRows rows, int[] key, int buckets) {
        KeyHashes[] hashes = new KeyHashes[buckets];
        Arrays.setAll(hashes, bucket -> new KeyHashes(16));
        RecordLayout layout = reader.layout();
        EncodedRecords encoded = new EncodedRecords(layout.size() + 1);
        Visibility visibility = new Visibility(rows);
        EditionTally editions = new EditionTally(layout);
        Gathering gathering = reader.read(part, record -> {
            Object[] cells = Arrays.copyOf(record.values(), layout.size() + 1);
            LocalDate published = visibility.of(record);
            cells[layout.size()] = published;
            editions.add(cells, published);
            encoded.add(record.line(), cells);
            long hash = KeyHashes.of(cells, key);
            hashes[(int) Long.remainderUnsigned(hash, buckets)].add(hash);
        });
        return new CheckedPart(
                part,
                new PartSummary(part, gathering, reader, visibility, editions.counted()),
                encoded.bytes(),
                Arrays.stream(hashes).map(KeyHashes::bytes).toArray(byte[][]::new));
    }

    /** The summary, and each array of hashes with the number of its bucket. */
    Iterator<Tuple2<Integer, byte[]>> summaryAndHashes() {
        return Stream.concat(
                        Stream.of(new Tuple2<>(SUMMARY, Bytes.of(summary))),
                        IntStream.range(0, hashes.length).mapToObj(i -> new Tuple2<>(i, hashes[i])))
                .iterator();
    }

    /** Gathers the days on which records become visible, and counts those that never do. */
    static final class Visibility {

        private final CoreRows rows;
        final java.util.TreeSet<LocalDate> days = new java.util.TreeSet<>();
        private LocalDate last;
        long never;

        Visibility(CoreRows rows) {
            this.rows = rows;
        }

        LocalDate of(CheckedRecord record) {
            LocalDate published = rows.published(record);
            if (published == null) {
                never++;
            } else if (published != last) {
                days.add(published);
                last = published;
            }
            return published;
        }
    }
}
