package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.electrongap.load.format.Head;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.FileRules;
import org.electrongap.load.record.Gathering;
import org.electrongap.load.record.QuarantinedRecord;
import org.electrongap.load.record.RecordCounts;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import scala.Tuple2;

/**
 * Reads a file that is too large for the driver's memory in parts on the executors.
 *
 * <p>A first pass casts every record and counts; it finds keys that occur more than once by a 64-bit hash, of which only
 * counts travel. Records whose hashes meet are then compared by their real keys. The rows themselves are read when they are
 * written, so nothing is stored twice.
 */
final class LargeFile {

    /** Records with a repeated key that are compared on the driver; more of them point to a file that holds itself twice. */
    static final int REPEATS = 100_000;

    /** What stands in the place of a bucket's number before a summary. */
    private static final int SUMMARY = -1;

    private final SparkSession spark;
    private final Storage storage;
    private final Resource resource;
    private final SourceFile file;
    private final CoreRows rows;
    private final QuarantineRows quarantineRows;
    private final PartReader reader;
    private final JavaRDD<FilePart> parts;

    LargeFile(
            SparkSession spark,
            Storage storage,
            Resource resource,
            SourceFile file,
            String runId,
            Instant loadedAt,
            long partBytes) {
        this.spark = spark;
        this.storage = storage;
        this.resource = resource;
        this.file = file;
        LayoutChoice layout = LayoutChoice.of(resource, storage);
        List<FilePart> all;
        long firstDataLine;
        try (InputStream in = storage.open(file.uri())) {
            firstDataLine = Head.of(() -> storage.open(file.uri())).firstDataLine(layout.headerColumns());
            all = FilePart.of(in, firstDataLine, partBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(file.uri() + " cannot be read", e);
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LocalDate today = LocalDate.ofInstant(loadedAt, ZoneOffset.UTC);
        this.reader = new PartReader(
                resource,
                file,
                all.get(0),
                firstDataLine,
                layout,
                ResourceCorrections.of(resource, storage),
                today,
                hadoop);
        int tasks = Math.max(1, Math.min(all.size() - 1, Math.max(2 * context.defaultParallelism(), (int)
                (file.bytes() >> 27))));
        this.parts = context.parallelize(all.subList(1, all.size()), tasks);
        this.rows = new CoreRows(RecordLayout.of(resource.table()), resource.slice(file), file, runId, loadedAt);
        this.quarantineRows = new QuarantineRows(resource, file, runId, loadedAt);
    }

    /** Sorts the records; rows are read again when the Datasets of the result are used. */
    Outcome read() {
        List<PartSummary> summaries = new ArrayList<>();
        Set<Long> repeated = new HashSet<>();
        long repeats = firstPass(summaries, repeated);
        List<Fault> faults = new ArrayList<>(new LinkedHashSet<>(
                summaries.stream().flatMap(part -> part.faultList().stream()).toList()));
        Sorting.Sorted compared = repeats > REPEATS ? new Sorting(layout()).sorted() : compared(repeated);
        if (repeats > REPEATS) {
            faults.add(tooManyRepeats(repeats));
        }
        RecordCounts counts = counts(summaries, repeats > REPEATS ? 0 : repeats, compared);
        List<QuarantinedRecord> examples = Stream.concat(
                        summaries.stream().flatMap(part -> part.exampleList().stream()),
                        compared.quarantined().stream())
                .toList();
        List<Fault> all = FileRules.faults(faults, counts, examples);
        return all.isEmpty()
                ? loaded(summaries, repeated, compared, counts)
                : new FileRejected(resource, file, counts, all);
    }

    private long firstPass(List<PartSummary> summaries, Set<Long> repeated) {
        PartReader partReader = reader;
        CoreRows coreRows = rows;
        int[] key = layout().keyPositions();
        int buckets = (int) Math.max(parts.getNumPartitions(), file.bytes() >> 29);
        JavaPairRDD<Integer, byte[]> pass =
                parts.flatMapToPair(part -> firstPass(part, partReader, coreRows, key, buckets));
        List<byte[]> found = pass.groupByKey(new ByBucket(buckets))
                .flatMap(LargeFile::summariesAndRepeats)
                .collect();
        long repeats = 0;
        for (byte[] bytes : found) {
            Serializable one = Bytes.object(bytes, Serializable.class);
            if (one instanceof PartSummary summary) {
                summaries.add(summary);
            } else {
                KeyHashes.RepeatedKeys keys = (KeyHashes.RepeatedKeys) one;
                repeats += keys.records();
                for (long hash : keys.hashes()) {
                    repeated.add(hash);
                }
            }
        }
        summaries.sort(Comparator.comparingInt(summary -> summary.part));
        return repeats;
    }

    /** The summary of a part, and the hashes of its keys in as many arrays as there are buckets. */
    private static Iterator<Tuple2<Integer, byte[]>> firstPass(
            FilePart part, PartReader reader, CoreRows rows, int[] key, int buckets) {
        Gathering gathering = reader.read(part);
        PartSummary summary = new PartSummary(part, gathering, reader);
        KeyHashes[] hashes = new KeyHashes[buckets];
        Arrays.setAll(hashes, bucket -> new KeyHashes(gathering.checked().size() / buckets + 16));
        for (CheckedRecord record : gathering.checked()) {
            LocalDate published = rows.published(record);
            if (published == null) {
                summary.neverVisible++;
            } else {
                summary.published.add(published);
            }
            long hash = KeyHashes.of(record.values(), key);
            hashes[(int) Long.remainderUnsigned(hash, buckets)].add(hash);
        }
        return Stream.concat(
                        Stream.of(new Tuple2<>(SUMMARY, Bytes.of(summary))),
                        IntStream.range(0, buckets).mapToObj(i -> new Tuple2<>(i, hashes[i].bytes())))
                .iterator();
    }

    private static Iterator<byte[]> summariesAndRepeats(Tuple2<Integer, Iterable<byte[]>> bucket) {
        return bucket._1() == SUMMARY
                ? bucket._2().iterator()
                : List.of(Bytes.of(KeyHashes.repeated(bucket._2()))).iterator();
    }

    /** Summaries go to the first task, hashes to the task of their bucket. */
    private static final class ByBucket extends Partitioner {

        private static final long serialVersionUID = 1L;

        private final int buckets;

        ByBucket(int buckets) {
            this.buckets = buckets;
        }

        @Override
        public int numPartitions() {
            return buckets;
        }

        @Override
        public int getPartition(Object key) {
            return Math.max(0, (Integer) key);
        }
    }

    private Sorting.Sorted compared(Set<Long> repeated) {
        Sorting sorting = new Sorting(layout());
        if (!repeated.isEmpty()) {
            PartReader partReader = reader;
            int[] key = layout().keyPositions();
            HashSet<Long> hashes = new HashSet<>(repeated);
            List<Repeat> repeats = new ArrayList<>(parts.flatMap(part -> partReader.read(part).checked().stream()
                            .filter(record -> hashes.contains(KeyHashes.of(record.values(), key)))
                            .map(record -> new Repeat(
                                    partReader.line(part, record.line()),
                                    record.values(),
                                    record.raw().text()))
                            .iterator())
                    .collect());
            repeats.forEach(
                    repeat -> sorting.checked(new CheckedRecord(repeat.line(), repeat.values(), "", repeat::raw)));
        }
        return sorting.sorted();
    }

    private record Repeat(long line, Object[] values, String raw) implements Serializable {}

    private static RecordCounts counts(List<PartSummary> summaries, long repeats, Sorting.Sorted compared) {
        TreeMap<String, Long> quarantined = new TreeMap<>(compared.counts().quarantinedByRule());
        TreeMap<String, Long> setAside = new TreeMap<>();
        long read = 0;
        long checked = 0;
        for (PartSummary part : summaries) {
            read += part.read;
            checked += part.checked;
            part.quarantined.forEach((rule, count) -> quarantined.merge(rule, count, Long::sum));
            part.setAside.forEach((rule, count) -> setAside.merge(rule, count, Long::sum));
        }
        long accepted = checked - repeats + compared.counts().accepted();
        return new RecordCounts(read, accepted, quarantined, compared.counts().exactDuplicates(), setAside);
    }

    private LoadedFile loaded(
            List<PartSummary> summaries, Set<Long> repeated, Sorting.Sorted compared, RecordCounts counts) {
        TreeSet<LocalDate> published = new TreeSet<>();
        summaries.forEach(part -> published.addAll(part.published));
        TreeSet<Long> met = new TreeSet<>();
        summaries.forEach(part -> met.addAll(part.metCorrections));
        long neverVisible =
                summaries.stream().mapToLong(part -> part.neverVisible).sum();
        return new LoadedFile(
                resource,
                file,
                resource.slice(file),
                accepted(repeated, compared),
                quarantined(summaries, compared),
                counts,
                List.copyOf(published),
                ResourceCorrections.idle(resource, file, storage, met),
                neverVisible);
    }

    private Dataset<Row> accepted(Set<Long> repeated, Sorting.Sorted compared) {
        PartReader partReader = reader;
        CoreRows coreRows = rows;
        int[] key = layout().keyPositions();
        HashSet<Long> hashes = new HashSet<>(repeated);
        JavaRDD<Row> once = parts.flatMap(part -> partReader.read(part).checked().stream()
                .filter(record -> hashes.isEmpty() || !hashes.contains(KeyHashes.of(record.values(), key)))
                .map(record -> coreRows.sqlRow(record, partReader.line(part, record.line())))
                .iterator());
        StructType schema = Contract.of(resource.table()).schema();
        Dataset<Row> rowsOfOnce = spark.createDataFrame(once, schema);
        if (compared.accepted().isEmpty()) {
            return rowsOfOnce;
        }
        List<Row> kept = compared.accepted().stream()
                .map(record -> coreRows.sqlRow(record, record.line()))
                .toList();
        return rowsOfOnce.union(spark.createDataFrame(kept, schema));
    }

    private Dataset<Row> quarantined(List<PartSummary> summaries, Sorting.Sorted compared) {
        StructType schema = Contract.of(TableName.ops("quarantine")).schema();
        long ordinal = 0;
        long[] offsets =
                new long[summaries.stream().mapToInt(part -> part.part).max().orElse(0) + 1];
        for (PartSummary part : summaries) {
            offsets[part.part] = ordinal;
            ordinal += part.quarantinedRecords();
        }
        Dataset<Row> conflicting = spark.createDataFrame(quarantineRows.of(compared.quarantined(), ordinal), schema);
        if (ordinal == 0) {
            return conflicting;
        }
        PartReader partReader = reader;
        QuarantineRows made = quarantineRows;
        JavaRDD<Row> broken = parts.flatMap(part -> {
            List<QuarantinedRecord> records = partReader.read(part).quarantined().stream()
                    .map(record -> new QuarantinedRecord(
                            partReader.line(part, record.line()),
                            record.rule(),
                            record.column(),
                            record.reason(),
                            record.raw()))
                    .toList();
            return made.of(records, offsets[part.index()]).iterator();
        });
        return spark.createDataFrame(broken, schema).union(conflicting);
    }

    private static Fault tooManyRepeats(long repeats) {
        return new Fault(
                "repeated_keys",
                "the whole file",
                repeats + " records share their keys with others",
                "more than " + REPEATS + " point to a file that holds itself twice, or to a key that does not fit",
                "Remove the repeats, or declare a key that tells the records apart");
    }

    private RecordLayout layout() {
        return RecordLayout.of(resource.table());
    }
}
