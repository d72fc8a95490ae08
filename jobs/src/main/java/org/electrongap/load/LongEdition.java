package org.electrongap.load;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.RowToColumnarExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An edition of so many rows that it is compared with another by a hash of what each row says. It is read twice: once for the
 * hashes, and once to pick the rows whose hashes have no partner, and few others.
 *
 * @param rows its rows
 * @param compared the columns that make a row the same
 * @param told the columns of which a difference tells, those that are compared among them
 */
record LongEdition(Dataset<Row> rows, List<String> compared, List<String> told) {

    /** The hashes of all rows, in so many buckets. */
    JavaPairRDD<Integer, byte[]> hashes(int buckets) {
        SparkPlan plan = plan(columns(compared));
        RowHashes hashes = hashes(plan);
        return plan.executeColumnar().toJavaRDD().mapPartitionsToPair(each -> new HashBuckets(each, hashes, buckets));
    }

    /** The rows that a sieve lets pass, with the columns of which a difference tells. */
    Dataset<Row> passing(Broadcast<Sieve> sieve) {
        SparkPlan plan = plan(columns(told));
        RowHashes hashes = hashes(plan);
        JavaRDD<InternalRow> passed =
                plan.executeColumnar().toJavaRDD().flatMap(batch -> passing(batch, hashes, sieve.value()));
        return ((org.apache.spark.sql.classic.SparkSession) rows.sparkSession())
                .internalCreateDataFrame(passed.rdd(), plan.schema(), false);
    }

    /** A batch serves for the rows behind it too, so that the rows are copied at once. */
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

    private RowHashes hashes(SparkPlan plan) {
        List<String> names = Stream.of(plan.schema().fieldNames()).toList();
        return new RowHashes(compared.stream().mapToInt(names::indexOf).toArray());
    }

    private Dataset<Row> columns(List<String> names) {
        return rows.select(names.stream().map(functions::col).toArray(Column[]::new));
    }

    /** What gives rows in batches: the reading of Parquet files, which does so by itself, or any plan, whose rows are put into some. */
    private static SparkPlan plan(Dataset<Row> rows) {
        SparkPlan plan = rows.queryExecution().sparkPlan();
        SparkPlan read = plan instanceof ProjectExec project && isChoice(project) ? project.child() : plan;
        return read.supportsColumnar()
                ? read
                : new RowToColumnarExec(rows.queryExecution().executedPlan());
    }

    /** Whether it gives some columns as they are, in another order than they are read; they are found by their names. */
    private static boolean isChoice(ProjectExec project) {
        return CollectionConverters.asJava(project.projectList()).stream()
                .allMatch(AttributeReference.class::isInstance);
    }
}
