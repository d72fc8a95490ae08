package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.statistics.ForecastModel;

/**
 * Gathers the scaled errors of all series and makes them {@link PooledBounds}.
 *
 * <p>Of a pool at most {@value #SERIES} series are used, picked by the hash of their id: more would not move an order
 * statistic, and the errors stay small enough for the driver. Pools of fewer than {@value #FEW} series give the errors of
 * every origin, others of three origins each.
 *
 * @param models whose errors
 * @param origins the last known periods; empty means the end of each series, which has key {@link #END}
 * @param horizon the greatest step
 * @param levels the levels of the bounds
 */
record Calibration(List<ForecastModel> models, List<Integer> origins, Horizon horizon, List<Double> levels)
        implements Serializable {

    /** The origin of a key that stands for the end of each series. */
    static final int END = Integer.MAX_VALUE;

    static final int SERIES = 5_000;
    static final int FEW = 50;

    private static final int GRAIN = 1_000_000;

    private static final StructType ERRORS = new StructType()
            .add("pool", DataTypes.StringType)
            .add("model", DataTypes.StringType)
            .add("origin", DataTypes.IntegerType)
            .add("step", DataTypes.IntegerType)
            .add("errors", DataTypes.BinaryType);

    /** Two Spark jobs over the series: one counts, one computes. */
    PooledBounds of(Dataset<Row> series) {
        Map<String, Long> sizes = sizes(series);
        long largest = sizes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Dataset<Row> picked = series.where(col("reason").isNull());
        if (largest > SERIES) {
            long part = Math.max(1, GRAIN * (long) SERIES / largest);
            picked = picked.where(pmod(xxhash64(col("series_id")), lit(GRAIN)).lt(part));
        }
        MapPartitionsFunction<Row, Row> gather = rows -> gathered(rows, sizes);
        List<Row> errors = picked.mapPartitions(gather, Encoders.row(ERRORS)).collectAsList();
        return new PooledBounds(merged(errors), levels);
    }

    private static Map<String, Long> sizes(Dataset<Row> series) {
        return series.where(col("reason").isNull()).groupBy("pool").count().collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1), (a, b) -> a, HashMap::new));
    }

    private record Cell(PooledBounds.Key key, int step) {}

    private Iterator<Row> gathered(Iterator<Row> rows, Map<String, Long> sizes) {
        Map<Cell, Growing> cells = new HashMap<>();
        while (rows.hasNext()) {
            SeriesRow series = SeriesRow.of(rows.next());
            CutOffs cutOffs = sizes.get(series.pool()) < FEW ? CutOffs.ALL : CutOffs.THREE;
            gather(series, cutOffs, cells);
        }
        return cells.entrySet().stream()
                .map(cell -> RowFactory.create(
                        cell.getKey().key().pool(),
                        cell.getKey().key().model().name(),
                        cell.getKey().key().origin(),
                        cell.getKey().step(),
                        cell.getValue().bytes()))
                .iterator();
    }

    private void gather(SeriesRow series, CutOffs cutOffs, Map<Cell, Growing> cells) {
        int steps = horizon.steps(series.frequency(), series.lastPeriod());
        RollingForecasts rolling =
                new RollingForecasts(series.values(), series.frequency().periodsPerYear(), models, steps);
        for (int origin : origins.isEmpty() ? List.of(END) : origins) {
            int known = series.known(origin);
            for (ForecastModel model : models) {
                PooledBounds.Key key = new PooledBounds.Key(series.pool(), model, origin);
                for (int step = 1; step <= steps; step++) {
                    Growing errors = cells.computeIfAbsent(new Cell(key, step), cell -> new Growing());
                    rolling.errors(model, known, step, cutOffs, errors::add);
                }
            }
        }
    }

    private static Map<PooledBounds.Key, List<double[]>> merged(List<Row> rows) {
        Map<PooledBounds.Key, TreeMap<Integer, Growing>> cells = new HashMap<>();
        for (Row row : rows) {
            PooledBounds.Key key =
                    new PooledBounds.Key(row.getString(0), ForecastModel.valueOf(row.getString(1)), row.getInt(2));
            cells.computeIfAbsent(key, k -> new TreeMap<>())
                    .computeIfAbsent(row.getInt(3), step -> new Growing())
                    .addAll(row.<byte[]>getAs(4));
        }
        Map<PooledBounds.Key, List<double[]>> errors = new HashMap<>();
        cells.forEach((key, steps) -> errors.put(
                key, steps.values().stream().map(Growing::toArray).collect(Collectors.toCollection(ArrayList::new))));
        return errors;
    }

    /** A list of doubles that travels as bytes. */
    private static final class Growing {
        private double[] items = new double[16];
        private int size;

        void add(double item) {
            if (size == items.length) {
                items = Arrays.copyOf(items, 2 * size);
            }
            items[size++] = item;
        }

        void addAll(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                add(buffer.getDouble());
            }
        }

        double[] toArray() {
            return Arrays.copyOf(items, size);
        }

        byte[] bytes() {
            ByteBuffer buffer = ByteBuffer.allocate(size * Double.BYTES);
            for (int i = 0; i < size; i++) {
                buffer.putDouble(items[i]);
            }
            return buffer.array();
        }
    }
}
