package org.electrongap.forecast;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.statistics.Outcome;

/**
 * Regressions of yearly growth that pool all series: effects of region and technology, fitted by spark-mllib.
 *
 * <p>The response is {@code ln y_t - ln y_{t-1}} (panel) or {@code y_t / y_{t-1}} (gamma, log link); the weight {@code
 * y_{t-1} / (y_{t-1} + 1)} in GW or TWh makes a small fleet, whose growth is noise, count less. Growths from less than 0.05
 * or by more than a factor of 3 either way are left out: they are first plants and reclassifications. Each fit reads one
 * partition sorted by series and year, so that its last bits do not depend on the cluster; more than {@value #MOST_ROWS}
 * growths are refused.
 */
public final class PanelRegression {

    static final long MOST_ROWS = 5_000_000;

    private static final double LEAST_BASE = 0.05;
    private static final double GREATEST_FACTOR = 3;
    private static final StructType GROWTHS = new StructType()
            .add("series_id", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add("region", DataTypes.StringType)
            .add("technology", DataTypes.StringType)
            .add("factor", DataTypes.DoubleType)
            .add("weight", DataTypes.DoubleType);

    private final Dataset<Row> growths;

    private PanelRegression(Dataset<Row> growths) {
        this.growths = growths;
    }

    /**
     * Fits both regressions for each origin and for all years.
     *
     * @param series rows of {@link SeriesTable}; yearly ones with a region are used
     * @param origins last years seen, for backtests; each costs two fits
     * @return the regressions, or why there are none
     */
    public static Outcome<GrowthModels> fit(Dataset<Row> series, List<Integer> origins) {
        FlatMapFunction<Row, Row> growthsOf = PanelRegression::growths;
        Dataset<Row> growths = series.where(col("reason").isNull())
                .where(col("frequency")
                        .equalTo(Frequency.YEARLY.label())
                        .and(col("region").isNotNull()))
                .flatMap(growthsOf, Encoders.row(GROWTHS))
                .repartition(1)
                .sortWithinPartitions("series_id", "year")
                .persist();
        try {
            long rows = growths.count();
            return rows > MOST_ROWS
                    ? Outcome.refused("a panel of " + rows + " growths passes the limit of " + MOST_ROWS)
                    : new PanelRegression(growths).models(origins);
        } finally {
            growths.unpersist();
        }
    }

    private static Iterator<Row> growths(Row row) {
        SeriesRow series = SeriesRow.of(row);
        List<Row> growths = new ArrayList<>();
        double[] y = series.values();
        for (int i = 1; i < y.length; i++) {
            double factor = y[i - 1] > 0 ? y[i] / y[i - 1] : 0;
            if (y[i - 1] >= LEAST_BASE && factor <= GREATEST_FACTOR && factor >= 1 / GREATEST_FACTOR) {
                growths.add(RowFactory.create(
                        series.id(),
                        series.lastPeriod() - y.length + 1 + i,
                        series.text(SeriesTable.REGION),
                        series.text(SeriesTable.METRIC) + "/" + series.text(SeriesTable.TECHNOLOGY),
                        factor,
                        y[i - 1] / (y[i - 1] + 1)));
            }
        }
        return growths.iterator();
    }

    private Outcome<GrowthModels> models(List<Integer> origins) {
        List<Row> firsts = growths.groupBy("region", "technology").min("year").collectAsList();
        List<Integer> all = new ArrayList<>(origins);
        all.add(Calibration.END);
        List<GrowthModel> models = new ArrayList<>();
        for (int origin : all) {
            Design design = Design.of(firsts, origin);
            if (design.regions().size() > 1 && design.technologies().size() > 1) {
                Dataset<Row> rows = design.rows(growths).persist();
                models.add(linear(rows, design));
                models.add(gamma(rows, design));
                rows.unpersist();
            }
        }
        return models.isEmpty()
                ? Outcome.refused("a panel needs two regions and two technologies")
                : Outcome.of(new GrowthModels(models));
    }

    private static GrowthModel linear(Dataset<Row> rows, Design design) {
        LinearRegressionModel model = new LinearRegression()
                .setLabelCol("log_growth")
                .setWeightCol("weight")
                .setSolver("normal")
                .fit(rows);
        double[] errors = model.summary().coefficientStandardErrors();
        return design.model(
                GrowthModel.Kind.PANEL,
                model.intercept(),
                model.coefficients().toArray(),
                errors,
                model.summary().rootMeanSquaredError(),
                model.summary().numInstances());
    }

    private static GrowthModel gamma(Dataset<Row> rows, Design design) {
        GeneralizedLinearRegressionModel model = new GeneralizedLinearRegression()
                .setFamily("gamma")
                .setLink("log")
                .setLabelCol("factor")
                .setWeightCol("weight")
                .fit(rows);
        return design.model(
                GrowthModel.Kind.GLM,
                model.intercept(),
                model.coefficients().toArray(),
                model.summary().coefficientStandardErrors(),
                Math.sqrt(model.summary().dispersion()),
                model.summary().numInstances());
    }

    /** Which level has which column; the first region and the first technology are the reference and have none. */
    private record Design(int origin, List<String> regions, List<String> technologies) {

        static Design of(List<Row> firsts, int origin) {
            List<Row> seen =
                    firsts.stream().filter(row -> row.getInt(2) <= origin).toList();
            return new Design(
                    origin,
                    seen.stream()
                            .map(row -> row.getString(0))
                            .distinct()
                            .sorted()
                            .toList(),
                    seen.stream()
                            .map(row -> row.getString(1))
                            .distinct()
                            .sorted()
                            .toList());
        }

        Dataset<Row> rows(Dataset<Row> growths) {
            Map<String, Integer> region = positions(regions, 0);
            Map<String, Integer> technology = positions(technologies, regions.size() - 1);
            int width = regions.size() + technologies.size() - 2;
            StructType schema = new StructType()
                    .add("features", SQLDataTypes.VectorType())
                    .add("log_growth", DataTypes.DoubleType)
                    .add("factor", DataTypes.DoubleType)
                    .add("weight", DataTypes.DoubleType);
            MapFunction<Row, Row> row = growth -> {
                int[] at = IntStream.of(region.get(growth.getString(2)), technology.get(growth.getString(3)))
                        .filter(position -> position >= 0)
                        .toArray();
                double[] ones = new double[at.length];
                Arrays.fill(ones, 1);
                double factor = growth.getDouble(4);
                return RowFactory.create(
                        Vectors.sparse(width, at, ones), StrictMath.log(factor), factor, growth.getDouble(5));
            };
            return growths.where(col("year").leq(origin)).map(row, Encoders.row(schema));
        }

        private static Map<String, Integer> positions(List<String> levels, int offset) {
            Map<String, Integer> positions = new TreeMap<>();
            for (int i = 0; i < levels.size(); i++) {
                positions.put(levels.get(i), i == 0 ? -1 : offset + i - 1);
            }
            return positions;
        }

        /** The errors are those of the columns, with that of the intercept last. */
        GrowthModel model(
                GrowthModel.Kind kind,
                double intercept,
                double[] coefficients,
                double[] errors,
                double deviation,
                long n) {
            int split = regions.size() - 1;
            return new GrowthModel(
                    kind,
                    origin,
                    new GrowthModel.Effect(intercept, errors[errors.length - 1]),
                    effects(regions, coefficients, errors, 0),
                    effects(technologies, coefficients, errors, split),
                    deviation,
                    n);
        }

        private static Map<String, GrowthModel.Effect> effects(
                List<String> levels, double[] coefficients, double[] errors, int offset) {
            Map<String, GrowthModel.Effect> effects = new TreeMap<>();
            effects.put(levels.get(0), new GrowthModel.Effect(0, null));
            for (int i = 1; i < levels.size(); i++) {
                int at = offset + i - 1;
                effects.put(levels.get(i), new GrowthModel.Effect(coefficients[at], errors[at]));
            }
            return effects;
        }
    }
}
