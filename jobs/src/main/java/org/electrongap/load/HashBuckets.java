package org.electrongap.load;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.Tuple2;

/** The hashes of the rows of batches, each in its bucket; a piece of a bucket is given as soon as it is full, so that none grows. */
final class HashBuckets implements Iterator<Tuple2<Integer, byte[]>> {

    private static final int MOST_OF_A_PIECE = 1 << 14;
    private static final int LEAST_OF_A_PIECE = 1 << 9;
    private static final int MOST_OF_ALL_PIECES = 1 << 21;

    private final Iterator<ColumnarBatch> batches;
    private final RowHashes hashes;
    private final long[][] pieces;
    private final int[] sizes;
    private final Queue<Tuple2<Integer, byte[]>> full = new ArrayDeque<>();

    HashBuckets(Iterator<ColumnarBatch> batches, RowHashes hashes, int buckets) {
        int piece = Math.max(LEAST_OF_A_PIECE, Math.min(MOST_OF_A_PIECE, MOST_OF_ALL_PIECES / buckets));
        this.batches = batches;
        this.hashes = hashes;
        this.pieces = new long[buckets][piece];
        this.sizes = new int[buckets];
    }

    @Override
    public boolean hasNext() {
        while (full.isEmpty() && batches.hasNext()) {
            for (long hash : hashes.of(batches.next())) {
                add(hash);
            }
            if (!batches.hasNext()) {
                giveTheRest();
            }
        }
        return !full.isEmpty();
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return full.remove();
    }

    private void add(long hash) {
        int bucket = (int) Long.remainderUnsigned(hash, pieces.length);
        pieces[bucket][sizes[bucket]++] = hash;
        if (sizes[bucket] == pieces[bucket].length) {
            give(bucket);
        }
    }

    private void giveTheRest() {
        for (int bucket = 0; bucket < pieces.length; bucket++) {
            if (sizes[bucket] > 0) {
                give(bucket);
            }
        }
    }

    private void give(int bucket) {
        full.add(new Tuple2<>(bucket, KeyHashes.bytes(pieces[bucket], sizes[bucket])));
        sizes[bucket] = 0;
    }
}
