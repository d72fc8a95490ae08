import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.electrongap.forecast.Forecasts;
import org.electrongap.forecast.Horizon;
import org.electrongap.forecast.SeriesTable;
import org.electrongap.statistics.ForecastModel;
import scala.collection.immutable.ArraySeq;

/**
 * Times the forecasts of many yearly series of 30 points; README.md beside this file says how to run it.
 *
 * <p>{@code generate N FILE} writes N series; {@code run FILE OUT} forecasts them, six steps, quantiles .025, .1, .5, .9 and
 * .975; {@code past FILE OUT} writes the series without their last six points, for a comparison of accuracy; {@code mllib
 * FILE} fits one spark-mllib regression a series to 100 of them, to show what not to do.
 */
public final class ForecastBenchmark {

    private static final int POINTS = 30;
    private static final int FIRST_YEAR = 1995;
    private static final int HORIZON = 6;

    private ForecastBenchmark() {}

    public static void main(String[] args) {
        long start = System.nanoTime();
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .appName("forecast benchmark")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "2")
                .getOrCreate();
        spark.sparkContext().setLogLevel("WARN");
        switch (args[0]) {
            case "generate" -> generate(spark, Long.parseLong(args[1]), args[2]);
            case "run" -> forecast(spark, args[1], args[2]);
            case "past" -> past(spark, args[1], args[2]);
            case "mllib" -> mllib(spark, args[1]);
            default -> throw new IllegalArgumentException("generate, run, past or mllib, not " + args[0]);
        }
        System.out.printf("%s: %.1f s with the session's start%n", String.join(" ", args), (System.nanoTime() - start) / 1e9);
        spark.stop();
    }

    /** Log-normal random walks with drift, the seed of each its number. */
    private static void generate(SparkSession spark, long n, String file) {
        MapFunction<Long, Row> series = ForecastBenchmark::series;
        spark.range(0, n, 1, 1)
                .map(series, Encoders.row(SeriesTable.SCHEMA))
                .write()
                .mode("overwrite")
                .parquet(file);
    }

    private static Row series(long id) {
        SplittableRandom random = new SplittableRandom(id);
        double drift = 0.03 * random.nextGaussian() + 0.02;
        double spread = 0.02 + 0.1 * random.nextDouble();
        double log = 3 + 2 * random.nextGaussian();
        Double[] values = new Double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            log += drift + spread * random.nextGaussian();
            values[i] = StrictMath.exp(log);
        }
        return RowFactory.create(
                "s" + id, null, null, null, "yearly", "yearly", FIRST_YEAR, ArraySeq.unsafeWrapArray(values), null,
                "single", null, null, null, null);
    }

    private static void forecast(SparkSession spark, String file, String out) {
        Forecasts forecasts =
                new Forecasts(new Horizon.Steps(HORIZON), Forecasts.USUAL_LEVELS, List.of(ForecastModel.DEFAULT));
        forecasts.of(spark.read().schema(SeriesTable.SCHEMA).parquet(file))
                .write()
                .mode("overwrite")
                .parquet(out);
    }

    private static void past(SparkSession spark, String file, String out) {
        spark.read()
                .schema(SeriesTable.SCHEMA)
                .parquet(file)
                .withColumn("values", slice(col("values"), 1, POINTS - HORIZON))
                .coalesce(1)
                .write()
                .mode("overwrite")
                .parquet(out);
    }

    private static void mllib(SparkSession spark, String file) {
        List<Row> rows = spark.read().parquet(file).orderBy("series_id").limit(100).collectAsList();
        for (Row row : rows) {
            List<Double> values = row.getList(row.fieldIndex("values"));
            List<Row> points = new ArrayList<>();
            IntStream.range(0, values.size())
                    .forEach(i -> points.add(RowFactory.create((double) i, Math.log(values.get(i)))));
            Dataset<Row> table = spark.createDataset(points, Encoders.row(
                    new org.apache.spark.sql.types.StructType().add("t", "double").add("label", "double")));
            Dataset<Row> design = new VectorAssembler()
                    .setInputCols(new String[] {"t"})
                    .setOutputCol("features")
                    .transform(table.where(col("t").geq(lit(0))));
            new LinearRegression().setSolver("normal").fit(design);
        }
    }
}
