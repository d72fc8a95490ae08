package org.electrongap.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.electrongap.job.Warehouse;
import org.electrongap.run.Build;
import org.electrongap.table.TableName;
import org.electrongap.table.Zone;

/** The least that a first nightly can cost: a session that writes the same tables and report folders, the same rows, from memory. */
public final class NightlyFloor {

    private static final int SIDE_BY_SIDE = 4;

    private NightlyFloor() {}

    /** {@code keep WAREHOUSE ROWS} puts the rows of a finished warehouse aside; {@code write ROWS FOLDER} writes them; {@code small FOLDER} one table. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "keep" -> keep(Path.of(arguments[1]), Path.of(arguments[2]));
            case "write" -> write(Path.of(arguments[1]), Path.of(arguments[2]));
            case "small" -> small(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static SparkSession session() {
        return Sessions.start(null, Map.of("spark.master", "local[2]"), Build.current());
    }

    private static void keep(Path warehouse, Path kept) throws IOException {
        SparkSession spark = session();
        for (String zone : List.of("core", "out", "ops")) {
            try (Stream<Path> tables = Files.list(warehouse.resolve(zone))) {
                for (Path table : tables.sorted().toList()) {
                    Path file = kept.resolve(zone).resolve(table.getFileName());
                    Files.createDirectories(file.getParent());
                    keep(spark.read().format("delta").load(table.toString()), file);
                }
            }
        }
        spark.stop();
    }

    private static void keep(Dataset<Row> rows, Path file) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeObject(rows.schema());
            int written = 0;
            for (Iterator<Row> each = rows.toLocalIterator(); each.hasNext(); written++) {
                out.writeObject(values(each.next()));
                if (written % 1000 == 0) {
                    out.reset();
                }
            }
            out.writeObject(null);
        }
    }

    private static Object[] values(Row row) {
        Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        return values;
    }

    private record Table(TableName name, StructType schema, List<Row> rows) {}

    private static void write(Path kept, Path folder) throws Exception {
        List<Table> tables = new ArrayList<>();
        try (Stream<Path> files = Files.walk(kept, 2)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                tables.add(read(file));
            }
        }
        Instant start = Instant.now();
        SparkSession spark = session();
        Map<String, Double> took = new TreeMap<>();
        took.put("session", seconds(start));
        writeTables(new Warehouse(spark, folder.resolve("warehouse").toString()), tables);
        took.put("tables", seconds(start));
        copyReports(folder, tables);
        took.put("reports", seconds(start));
        spark.stop();
        long rows = tables.stream().mapToLong(table -> table.rows().size()).sum();
        System.out.printf(
                Locale.ROOT,
                "floor: %d tables, %d rows; s after start: session %.1f, tables %.1f, reports %.1f%n",
                tables.size(),
                rows,
                took.get("session"),
                took.get("tables"),
                took.get("reports"));
    }

    private static double seconds(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }

    private static Table read(Path file) throws IOException, ClassNotFoundException {
        TableName name = TableName.parse(file.getParent().getFileName() + "/" + file.getFileName());
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            StructType schema = (StructType) in.readObject();
            List<Row> rows = new ArrayList<>();
            for (Object values = in.readObject(); values != null; values = in.readObject()) {
                rows.add(RowFactory.create((Object[]) values));
            }
            return new Table(name, schema, rows);
        }
    }

    private static void writeTables(Warehouse warehouse, List<Table> tables) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        List<Future<?>> writes = new ArrayList<>();
        for (Table table : tables) {
            writes.add(pool.submit(() -> write(warehouse, table)));
        }
        for (Future<?> write : writes) {
            write.get();
        }
        pool.shutdown();
    }

    private static void write(Warehouse warehouse, Table table) {
        Dataset<Row> rows = warehouse.spark().createDataFrame(table.rows(), table.schema());
        if (table.name().zone() == Zone.CORE) {
            List<String> slices = table.rows().stream()
                    .map(row -> row.getString(table.schema().fieldIndex("slice")))
                    .distinct()
                    .toList();
            warehouse.replaceSlices(table.name(), Optional.empty(), slices, rows, "floor");
        } else {
            warehouse.replace(table.name(), rows.coalesce(1), "floor");
        }
    }

    private static void copyReports(Path folder, List<Table> tables) {
        tables.stream().map(Table::name).filter(name -> name.zone() == Zone.OUT).forEach(name -> {
            Path to = folder.resolve("reports").resolve(name.name());
            try (Stream<Path> files = Files.list(folder.resolve("warehouse").resolve(name.path()))) {
                Files.createDirectories(to);
                for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void small(Path folder) {
        SparkSession spark = session();
        new Warehouse(spark, folder.toString())
                .replace(TableName.out("small"), spark.range(100).toDF("id"), "floor");
        spark.stop();
    }
}
