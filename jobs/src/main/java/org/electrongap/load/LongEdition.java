package org.electrongap.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.RowToColumnarExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * An edition of so many rows that it is compared with another by a hash of what each row says. It is read twice: once for the
 * hashes, and once to pick the rows whose hashes have no partner.
 *
 * @param rows its rows
 * @param compared the columns that make a row the same
 */
record LongEdition(Dataset<Row> rows, List<String> compared) {

    /** In how many parts it is read. */
    int partitions() {
        return batches(rows).getNumPartitions();
    }

    /** The hashes of all rows, in so many buckets. */
    JavaPairRDD<Integer, byte[]> hashes(int buckets) {
        Dataset<Row> read = rows.select(
                compared.stream().map(org.apache.spark.sql.functions::col).toArray(org.apache.spark.sql.Column[]::new));
        RowHashes hashes = hashes(plan(read));
        return batches(read).mapPartitionsToPair(each -> new HashBuckets(each, hashes, buckets));
    }

    /**
     * The rows that a sieve lets pass.
     *
     * @param columns which of their columns are asked for, those that are compared among them
     */
    Dataset<Row> passing(Sieve sieve, List<String> columns) {
        Dataset<Row> read = columns(rows, columns);
        SparkPlan plan = plan(read);
        RowHashes hashes = hashes(plan);
        JavaRDD<InternalRow> passed = batches(read).flatMap(batch -> passing(batch, hashes, sieve));
        return ((org.apache.spark.sql.classic.SparkSession) rows.sparkSession())
                .internalCreateDataFrame(passed.rdd(), plan.schema(), false);
    }

    private static Iterator<InternalRow> passing(ColumnarBatch batch, RowHashes hashes, Sieve sieve) {
        List<InternalRow> passing = new ArrayList<>();
        long[] ofRows = hashes.of(batch);
        for (int row = 0; row < ofRows.length; row++) {
            if (sieve.passes(ofRows[row])) {
                passing.add(batch.getRow(row).copy());
            }
        }
        return passing.iterator();
    }

    private static Dataset<Row> columns(Dataset<Row> rows, List<String> names) {
        return rows.select(names.stream().map(functions::col).toArray(Column[]::new));
    }

    private RowHashes hashes(SparkPlan plan) {
        List<String> names = Stream.of(plan.schema().fieldNames()).toList();
        return new RowHashes(compared.stream().mapToInt(names::indexOf).toArray());
    }

    private static JavaRDD<ColumnarBatch> batches(Dataset<Row> rows) {
        return plan(rows).executeColumnar().toJavaRDD();
    }

    /** What gives the rows in batches: the reading of Parquet files, which does so by itself, or rows that are put into some. */
    private static SparkPlan plan(Dataset<Row> rows) {
        SparkPlan plan = rows.queryExecution().sparkPlan();
        // Columns in another order than they are read; they are found by their names.
        SparkPlan read = plan instanceof ProjectExec project ? project.child() : plan;
        return read.supportsColumnar()
                ? read
                : new RowToColumnarExec(rows.queryExecution().executedPlan());
    }
}
