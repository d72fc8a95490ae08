package org.electrongap.load;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * An edition that this run loaded, from what its load kept: the hashes of its records were computed as they were read, and of
 * the records only those without a partner become rows.
 *
 * @param spark the session
 * @param rows its rows
 * @param schema their schema
 * @param checked its parts; each record of each is a row of it
 * @param coreRows what is added to each record
 * @param reader tells which line of the file a line of a part is
 */
record KeptEdition(
        SparkSession spark,
        Dataset<Row> rows,
        StructType schema,
        JavaRDD<CheckedPart> checked,
        CoreRows coreRows,
        PartReader reader)
        implements LongEdition {

    @Override
    public void release() {
        checked.unpersist();
    }

    @Override
    public int partitions() {
        return checked.getNumPartitions();
    }

    @Override
    public JavaPairRDD<Integer, byte[]> hashes(int buckets) {
        return checked.mapPartitionsToPair(parts -> LongEdition.inBuckets(new Flat(parts), buckets));
    }

    @Override
    public Dataset<Row> withoutPartner(Sieve sieve) {
        long[] bits = sieve.bits();
        CoreRows added = coreRows;
        PartReader lines = reader;
        JavaRDD<InternalRow> passed = checked.flatMap(part -> new HashedRows(part, bits, added, lines));
        StructType withHash = schema.add(Sieve.HASH, DataTypes.LongType, false);
        return sieve.exactly(((org.apache.spark.sql.classic.SparkSession) spark)
                .internalCreateDataFrame(passed.rdd(), withHash, false));
    }

    /** The hashes of parts one behind the other. */
    private static final class Flat implements java.util.PrimitiveIterator.OfLong {

        private final Iterator<CheckedPart> parts;
        private java.util.PrimitiveIterator.OfLong hashes = LongStream.empty().iterator();

        Flat(Iterator<CheckedPart> parts) {
            this.parts = parts;
        }

        @Override
        public boolean hasNext() {
            while (!hashes.hasNext() && parts.hasNext()) {
                hashes = LongStream.of(parts.next().rowHashes()).iterator();
            }
            return hashes.hasNext();
        }

        @Override
        public long nextLong() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return hashes.nextLong();
        }
    }

    /** The rows of a part whose hashes pass, each with its hash behind its columns. */
    private static final class HashedRows implements Iterator<InternalRow> {

        private final long[] hashes;
        private final PartRows rows;
        private final GenericInternalRow hash = new GenericInternalRow(1);
        private final JoinedRow both = new JoinedRow();

        HashedRows(CheckedPart part, long[] bits, CoreRows coreRows, PartReader reader) {
            this.hashes = part.rowHashes();
            this.rows = new PartRows(
                    part,
                    coreRows,
                    reader.linesBefore(part.part()),
                    (record, cells) -> Sieve.passes(bits, hashes[record]));
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public InternalRow next() {
            InternalRow row = rows.next();
            hash.update(0, hashes[rows.record()]);
            return both.apply(row, hash);
        }
    }
}
