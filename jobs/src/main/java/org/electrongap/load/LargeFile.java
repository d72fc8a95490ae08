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
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
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

    private static final int SUMMARY = 0;
    private static final int KEY = 1;
    private static final StructType PASS = new StructType()
            .add("kind", DataTypes.IntegerType)
            .add("hash", DataTypes.LongType)
            .add("summary", DataTypes.BinaryType);

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
        RecordLayout layout = layout();
        int[] key = layout.keyPositions();
        JavaRDD<Row> pass = parts.flatMap(part -> firstPass(part, partReader, coreRows, key));
        List<Row> found = spark.createDataFrame(pass, PASS)
                .groupBy("kind", "hash")
                .agg(
                        functions.count(functions.lit(1)).as("n"),
                        functions.first("summary").as("summary"))
                .where("kind = 0 or n > 1")
                .orderBy("kind", "hash")
                .limit(REPEATS + 1_000_000)
                .collectAsList();
        long repeats = 0;
        for (Row row : found) {
            if (row.getInt(0) == SUMMARY) {
                summaries.add(Bytes.object(row.getAs("summary"), PartSummary.class));
            } else {
                repeats += row.getLong(2);
                repeated.add(row.getLong(1));
            }
        }
        return repeats;
    }

    private static Iterator<Row> firstPass(FilePart part, PartReader reader, CoreRows rows, int[] key) {
        Gathering gathering = reader.read(part);
        PartSummary summary = new PartSummary(part, gathering, reader);
        for (CheckedRecord record : gathering.checked()) {
            LocalDate published = rows.published(record);
            if (published == null) {
                summary.neverVisible++;
            } else {
                summary.published.add(published);
            }
        }
        Row first = RowFactory.create(SUMMARY, (long) part.index(), Bytes.of(summary));
        return Stream.concat(
                        Stream.of(first),
                        gathering.checked().stream().map(record -> RowFactory.create(KEY, hash(record, key), null)))
                .iterator();
    }

    /** Equal keys have equal hashes; unequal keys whose hashes meet are told apart when they are compared. */
    private static long hash(CheckedRecord record, int[] key) {
        StringBuilder text = new StringBuilder();
        if (key.length == 0) {
            text.append(Arrays.toString(record.values()));
        }
        for (int position : key) {
            text.append(record.values()[position]).append('\u001f');
        }
        return fnv1a(text);
    }

    /** FNV-1a (Fowler, Noll, Vo) over UTF-16 units, 64 bits. */
    private static long fnv1a(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private Sorting.Sorted compared(Set<Long> repeated) {
        Sorting sorting = new Sorting(layout());
        if (!repeated.isEmpty()) {
            PartReader partReader = reader;
            int[] key = layout().keyPositions();
            HashSet<Long> hashes = new HashSet<>(repeated);
            List<Repeat> repeats = new ArrayList<>(parts.flatMap(part -> partReader.read(part).checked().stream()
                            .filter(record -> hashes.contains(hash(record, key)))
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
                .filter(record -> hashes.isEmpty() || !hashes.contains(hash(record, key)))
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
