package org.electrongap.load;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.FileRules;
import org.electrongap.load.record.QuarantinedRecord;
import org.electrongap.load.record.RecordCounts;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.table.Contract;
import scala.Tuple2;

/**
 * Reads a file that is too large for the driver's memory in parts on the executors.
 *
 * <p>The text is read once: every record is cast and counted, and the sound ones are kept on the executors' disks in few
 * bytes until the file is known to be acceptable, and written from there. Keys that occur more than once are found by a
 * 64-bit hash; only in a file that has some is the text read again, to compare their records by their real keys.
 */
final class LargeFile {

    private final SparkSession spark;
    private final Storage storage;
    private final Resource resource;
    private final SourceFile file;
    private final CoreRows rows;
    private final QuarantineRows quarantineRows;
    private final PartReader reader;
    private final List<Fault> headerFaults;
    private final JavaRDD<FilePart> parts;
    private final JavaRDD<CheckedPart> checked;

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
        FileParts text = FileParts.of(resource, file, storage, partBytes);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        LocalDate today = LocalDate.ofInstant(loadedAt, ZoneOffset.UTC);
        this.reader = new PartReader(
                resource,
                file,
                text,
                ResourceCorrections.of(resource, storage),
                today,
                () -> Storages.of(() -> hadoop.value().value()));
        this.headerFaults = headerFaults(text);
        this.parts = context.parallelize(text.rows(), tasks(text.rows().size(), context.defaultParallelism()));
        this.rows = new CoreRows(RecordLayout.of(resource.table()), resource.slice(file), file, runId, loadedAt);
        this.quarantineRows = new QuarantineRows(resource, file, runId, loadedAt);
        this.checked = check();
    }

    /** As many for each core: one more would keep one core at work while the others rest. */
    private int tasks(int mostOfThem, int cores) {
        int rounds = Math.max(2, ((int) (file.bytes() >> 27) + cores - 1) / cores);
        return Math.max(1, Math.min(mostOfThem, rounds * cores));
    }

    /** Sorts the records; rows are read again when the Datasets of the result are used. */
    Outcome read() {
        if (!headerFaults.isEmpty()) {
            return new FileRejected(resource, file, RecordCounts.none(), headerFaults);
        }
        List<PartSummary> summaries = new ArrayList<>();
        Set<Long> repeated = new HashSet<>();
        long repeats = summaries(summaries, repeated);
        List<Fault> faults = new ArrayList<>(new LinkedHashSet<>(
                summaries.stream().flatMap(part -> part.faultList().stream()).toList()));
        Sorting.Sorted compared = repeats > RepeatedRecords.MOST ? new Sorting(layout()).sorted() : compared(repeated);
        if (repeats > RepeatedRecords.MOST) {
            faults.add(RepeatedRecords.tooMany(repeats));
        }
        RecordCounts counts = counts(summaries, repeats > RepeatedRecords.MOST ? 0 : repeats, compared);
        List<QuarantinedRecord> examples = Stream.concat(
                        summaries.stream().flatMap(part -> part.exampleList().stream()),
                        compared.quarantined().stream())
                .toList();
        List<Fault> all = FileRules.faults(faults, counts, examples);
        if (all.isEmpty()) {
            return loaded(summaries, repeated, compared, counts);
        }
        checked.unpersist();
        return new FileRejected(resource, file, counts, all);
    }

    /** What is wrong with the header, which rejects a file of many parts before they are read. */
    private List<Fault> headerFaults(FileParts text) {
        if (text.rows().size() < 2) {
            return List.of();
        }
        FilePart nothing = new FilePart(0, text.header().to(), text.header().to(), text.firstDataLine());
        return reader.read(nothing, record -> {}).faults().stream()
                .filter(fault -> fault.rule().equals("header"))
                .toList();
    }

    private int buckets() {
        return (int) Math.max(parts.getNumPartitions(), file.bytes() >> 29);
    }

    private JavaRDD<CheckedPart> check() {
        PartReader partReader = reader;
        CoreRows coreRows = rows;
        int[] key = RepeatedRecords.key(layout());
        int buckets = buckets();
        return parts.map(part -> CheckedPart.of(part, partReader, coreRows, key, buckets))
                .persist(StorageLevel.DISK_ONLY());
    }

    private long summaries(List<PartSummary> summaries, Set<Long> repeated) {
        List<byte[]> found = checked.flatMapToPair(CheckedPart::summaryAndHashes)
                .groupByKey(new ByBucket(buckets()))
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

    private static Iterator<byte[]> summariesAndRepeats(Tuple2<Integer, Iterable<byte[]>> bucket) {
        return bucket._1() == CheckedPart.SUMMARY
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
            int[] key = RepeatedRecords.key(layout());
            HashSet<Long> hashes = new HashSet<>(repeated);
            List<RepeatedRecords.Repeat> repeats =
                    new ArrayList<>(parts.flatMap(part -> RepeatedRecords.in(part, partReader, hashes, key))
                            .collect());
            repeats.forEach(repeat -> sorting.checked(repeat.record()));
        }
        return sorting.sorted();
    }

    static RecordCounts counts(List<PartSummary> summaries, long repeats, Sorting.Sorted compared) {
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
        long neverVisible =
                summaries.stream().mapToLong(part -> part.neverVisible).sum();
        return new LoadedFile(
                resource,
                file,
                resource.slice(file),
                accepted(repeated, compared),
                new LargeQuarantine(spark, parts, reader, quarantineRows).rows(summaries, compared.quarantined()),
                counts,
                List.copyOf(published),
                editions(summaries, compared),
                List.of(),
                notes(summaries),
                neverVisible,
                checked::unpersist);
    }

    /** Records were counted before those of one key were compared; if some of these were refused, an edition may be without any. */
    private static List<EditionRows> editions(List<PartSummary> summaries, Sorting.Sorted compared) {
        return compared.quarantined().isEmpty()
                ? EditionTally.ofFile(summaries.stream()
                        .flatMap(part -> part.editions.stream())
                        .toList())
                : List.of();
    }

    private List<String> notes(List<PartSummary> summaries) {
        TreeSet<Long> met = new TreeSet<>();
        TreeMap<String, Long> marked = new TreeMap<>();
        for (PartSummary part : summaries) {
            met.addAll(part.metCorrections);
            part.marked.forEach((mark, count) -> marked.merge(mark, count, Long::sum));
        }
        return Stream.concat(
                        ResourceCorrections.idle(resource, file, storage, met).stream(),
                        MarkedRecords.notes(file.fileName(), marked).stream())
                .toList();
    }

    private Dataset<Row> accepted(Set<Long> repeated, Sorting.Sorted compared) {
        PartReader partReader = reader;
        CoreRows coreRows = rows;
        int[] key = RepeatedRecords.key(layout());
        HashSet<Long> hashes = new HashSet<>(repeated);
        JavaRDD<InternalRow> once = checked.flatMap(part -> new PartRows(
                part,
                coreRows,
                partReader.linesBefore(part.part()),
                cells -> hashes.isEmpty() || !hashes.contains(KeyHashes.of(cells, key))));
        StructType schema = Contract.of(resource.table()).schema();
        Dataset<Row> rowsOfOnce =
                ((org.apache.spark.sql.classic.SparkSession) spark).internalCreateDataFrame(once.rdd(), schema, false);
        if (compared.accepted().isEmpty()) {
            return rowsOfOnce;
        }
        List<Row> kept = compared.accepted().stream()
                .map(record -> coreRows.sqlRow(record, record.line()))
                .toList();
        return rowsOfOnce.union(spark.createDataFrame(kept, schema));
    }

    private RecordLayout layout() {
        return RecordLayout.of(resource.table());
    }
}
