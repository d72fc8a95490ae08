package org.electrongap.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.electrongap.load.record.QuarantinedRecord;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * The quarantined records of a large file: only how many a part has is kept, and those parts are read again for their text.
 *
 * @param spark the session
 * @param parts the parts of the file
 * @param reader reads a part
 * @param made makes the rows
 */
record LargeQuarantine(SparkSession spark, JavaRDD<FilePart> parts, PartReader reader, QuarantineRows made) {

    /**
     * The rows of ops/quarantine.
     *
     * @param summaries what came of each part
     * @param compared records that were refused when those of one key were compared
     */
    Dataset<Row> rows(List<PartSummary> summaries, List<QuarantinedRecord> compared) {
        StructType schema = Contract.of(TableName.ops("quarantine")).schema();
        long[] offsets =
                new long[summaries.stream().mapToInt(part -> part.part).max().orElse(0) + 1];
        long ordinal = 0;
        for (PartSummary part : summaries) {
            offsets[part.part] = ordinal;
            ordinal += part.quarantinedRecords();
        }
        Dataset<Row> conflicting = spark.createDataFrame(made.of(compared, ordinal), schema);
        return ordinal == 0
                ? conflicting
                : spark.createDataFrame(broken(summaries, offsets), schema).union(conflicting);
    }

    private JavaRDD<Row> broken(List<PartSummary> summaries, long[] offsets) {
        PartReader partReader = reader;
        QuarantineRows rows = made;
        Set<Integer> concerned = summaries.stream()
                .filter(part -> part.quarantinedRecords() > 0)
                .map(part -> part.part)
                .collect(Collectors.toCollection(HashSet::new));
        return parts.filter(part -> concerned.contains(part.index()))
                .flatMap(part -> rows.of(records(part, partReader), offsets[part.index()])
                        .iterator());
    }

    private static List<QuarantinedRecord> records(FilePart part, PartReader reader) {
        return reader.read(part, sound -> {}).quarantined().stream()
                .map(record -> new QuarantinedRecord(
                        reader.line(part, record.line()),
                        record.rule(),
                        record.column(),
                        record.reason(),
                        record.raw()))
                .toList();
    }
}
