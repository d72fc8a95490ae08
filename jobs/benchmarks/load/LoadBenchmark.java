import static org.apache.spark.sql.functions.col;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Hourly demand in the columns of core/demand, and the plain way from it to Delta: Spark's CSV source with a schema, no check,
 * no key, no lineage.
 */
public final class LoadBenchmark {

    private static final String[] AREAS = ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM"
                    + " NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY")
            .split(" ");
    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");
    private static final StructType SCHEMA = new StructType()
            .add("region", DataTypes.StringType)
            .add("period_start", DataTypes.DateType)
            .add("period_hour", DataTypes.IntegerType)
            .add("period_length", DataTypes.StringType)
            .add("demand_twh", DataTypes.DoubleType)
            .add("basis", DataTypes.StringType)
            .add("source", DataTypes.StringType)
            .add("edition", DataTypes.StringType)
            .add("retrieved", DataTypes.DateType)
            .add("grade", DataTypes.StringType)
            .add("maturity", DataTypes.StringType);

    private LoadBenchmark() {}

    /** generate ROWS EDITION FILE | plain FILE DELTA */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "generate" -> generate(Long.parseLong(arguments[1]), arguments[2], Path.of(arguments[3]));
            case "plain" -> plain(arguments[1], arguments[2]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** The hours before 2025 of every state, as many as the rows need; the second edition restates one value in a hundred. */
    private static void generate(long rows, String edition, Path file) throws IOException {
        DateTimeFormatter day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);
        DateTimeFormatter hourOfDay = DateTimeFormatter.ofPattern("H").withZone(ZoneOffset.UTC);
        boolean restated = edition.compareTo("2025-06") >= 0;
        SplittableRandom random = new SplittableRandom(20261122);
        SplittableRandom restating = new SplittableRandom(42);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("region,period_start,period_hour,period_length,demand_twh,basis,source,edition,retrieved,grade,maturity\n");
            long hours = (rows + AREAS.length - 1) / AREAS.length;
            for (long i = 0; i < rows; i++) {
                Instant hour = END.minus(hours - i % hours, ChronoUnit.HOURS);
                double megawatts = 20_000 + random.nextInt(60_000_000) / 1000.0;
                if (restating.nextInt(100) == 0 && restated) {
                    megawatts += 1;
                }
                out.write("US-" + AREAS[(int) (i / hours)] + ',' + day.format(hour) + ',' + hourOfDay.format(hour)
                        + ",PT1H," + megawatts / 1e6 + ",demand_at_the_grid,Generated hours," + edition
                        + ",2026-11-22,primary,\n");
            }
        }
    }

    private static void plain(String file, String delta) {
        SparkSession spark = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
        spark.read().schema(SCHEMA).option("header", true).csv(file)
                .select(col("*"))
                .write().format("delta").mode(SaveMode.Overwrite).save(delta);
        spark.stop();
    }
}
