package org.electrongap.project;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** Proves that resolution lost no MW and invented none: gross = unique + duplicated + rejected, by source, stage and kind. */
public final class Conservation {

    private static final int MOST_NAMED = 10;
    /** Exact to the micro-MW, so that sums do not depend on the order of rows. */
    private static final String EXACT = "decimal(28,6)";

    private Conservation() {}

    /**
     * The balance.
     *
     * @param given the records that went in: source, power_mw
     * @param records out/project_records, as many
     * @return out/project_conservation
     * @throws IllegalStateException naming the sources whose MW or number of records changed
     */
    static Dataset<Row> of(Gathered given, Dataset<Row> records) {
        Dataset<Row> balance = records.groupBy(col("source"), col("stage"), col("power_kind"))
                .agg(
                        sum(lit(1L)).as("n_records"),
                        mw("power_mw").as("gross_mw"),
                        mw("unique_mw").as("unique_mw"),
                        mw("duplicated_mw").as("duplicated_mw"),
                        mw("rejected_mw").as("rejected_mw"));
        refuse(given, balance);
        return Contract.of(TableName.out("project_conservation")).conform(balance);
    }

    private static void refuse(Gathered given, Dataset<Row> balance) {
        Dataset<Row> before = given.rows()
                .select(col("source"), lit(1L).as("records"), exact("power_mw").as("mw"));
        Column out = col("unique_mw").plus(col("duplicated_mw")).plus(col("rejected_mw"));
        Dataset<Row> after = balance.select(
                col("source"),
                col("n_records").multiply(-1L).as("records"),
                out.multiply(-1).cast(EXACT).as("mw"));
        List<Row> faults = given.with(before.unionByName(after))
                .by(col("source"))
                .groupBy("source")
                .agg(sum("records").as("records"), sum("mw").as("mw"))
                .where(col("records").notEqual(0).or(abs(col("mw")).gt(0)))
                .orderBy("source")
                .limit(MOST_NAMED)
                .collectAsList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.stream()
                    .map(row -> "source '" + row.getString(0) + "' lost " + row.get(1) + " records and " + row.get(2)
                            + " MW")
                    .collect(Collectors.joining(
                            "; ",
                            "projects: MW is not conserved: ",
                            "; this is a fault of the program, nothing was written")));
        }
    }

    /** MW to the micro-MW, as the proof counts. */
    static BigDecimal exact(double mw) {
        return BigDecimal.valueOf(mw).setScale(6, RoundingMode.HALF_UP);
    }

    private static Column mw(String column) {
        return sum(exact(column));
    }

    private static Column exact(String column) {
        return coalesce(col(column), lit(0.0))
                .cast(DataTypes.createDecimalType(18, 6))
                .cast(EXACT);
    }
}
