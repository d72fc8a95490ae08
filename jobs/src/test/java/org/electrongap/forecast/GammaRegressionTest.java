package org.electrongap.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.regression.GeneralizedLinearRegression;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.electrongap.SharedSpark;
import org.junit.jupiter.api.Test;

/** The solver behind the pooled gamma regression against R 4.2.2. */
class GammaRegressionTest {

    private static final double[] YEARS = {-5, -3, -1, 4, 5};
    private static final double[] LOAD_TWH = {58, 60, 76, 176, 183};

    @Test
    void gammaRegressionWithLogLinkAgreesWithR() {
        GeneralizedLinearRegressionModel model = fit("gamma");

        assertThat(model.intercept()).as("intercept").isCloseTo(4.577659835987848, within(1e-8));
        assertThat(model.coefficients().apply(0)).as("slope").isCloseTo(.1284856276501693, within(1e-8));
        assertThat(model.summary().coefficientStandardErrors())
                .as("standard errors, that of the intercept last")
                .containsExactly(new double[] {.01417411397278097, .05526086956503170}, within(1e-8));
    }

    @Test
    void gaussianRegressionWithLogLinkAgreesWithR() {
        GeneralizedLinearRegressionModel model = fit("gaussian");

        assertThat(model.intercept()).as("intercept").isCloseTo(4.567163161692714, within(1e-7));
        assertThat(model.coefficients().apply(0)).as("slope").isCloseTo(.1354758996622123, within(1e-7));
    }

    private static GeneralizedLinearRegressionModel fit(String family) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < YEARS.length; i++) {
            rows.add(RowFactory.create(Vectors.dense(YEARS[i]), LOAD_TWH[i]));
        }
        StructType schema =
                new StructType().add("features", SQLDataTypes.VectorType()).add("label", DataTypes.DoubleType);
        return new GeneralizedLinearRegression()
                .setFamily(family)
                .setLink("log")
                .setTol(1e-12)
                .setMaxIter(100)
                .fit(SharedSpark.session().createDataFrame(rows, schema).coalesce(1));
    }
}
