package org.electrongap.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.share.simulation.LineRegression;
import org.electrongap.statistics.LeastSquares;
import org.electrongap.statistics.LinearFit;
import org.electrongap.statistics.Outcome;

/**
 * Straight lines in time by our own QR, each checked against spark-mllib: solver normal, the year centred. The coefficients
 * are those of the QR, because the last bits of spark-mllib's depend on the process that computes them: Spark's launcher gives
 * executors the module jdk.incubator.vector, with which netlib sums in another order than without it.
 */
final class LoadRegression implements RegionModels.Regressions {

    /** The two solvers agree to nine digits on data of this size; more would mean that one of them is wrong. */
    private static final double AGREEMENT = 1e-9;

    private static final StructType SCHEMA =
            new StructType().add("label", DataTypes.DoubleType).add("features", SQLDataTypes.VectorType());

    private final SparkSession session;

    LoadRegression(SparkSession session) {
        this.session = session;
    }

    /**
     * The line of y in the years.
     *
     * @param years ascending
     * @param y one value a year
     */
    @Override
    public Outcome<LineRegression> fit(int[] years, double[] y) {
        double centre = Arrays.stream(years).average().orElse(0);
        double[] centred =
                Arrays.stream(years).mapToDouble(year -> year - centre).toArray();
        return LeastSquares.of(centred, y)
                .fit()
                .then(own -> agreed(own, centred, y))
                .map(line -> LineRegression.leastSquares(years, y, line[0], line[1]));
    }

    private Outcome<double[]> agreed(LinearFit own, double[] centred, double[] y) {
        LinearRegressionModel model = mllib(centred, y);
        double[] line = {model.intercept(), model.coefficients().apply(0)};
        for (int i = 0; i < line.length; i++) {
            double size = Math.max(1, Math.abs(own.coefficients()[i]));
            if (!(Math.abs(line[i] - own.coefficients()[i]) <= AGREEMENT * size)) {
                return Outcome.refused("spark-mllib finds " + line[i] + " where our QR finds " + own.coefficients()[i]);
            }
        }
        return Outcome.of(own.coefficients());
    }

    private LinearRegressionModel mllib(double[] centred, double[] y) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            rows.add(RowFactory.create(y[i], Vectors.dense(centred[i])));
        }
        return new LinearRegression()
                .setSolver("normal")
                .setStandardization(false)
                .fit(session.createDataFrame(rows, SCHEMA).coalesce(1));
    }
}
