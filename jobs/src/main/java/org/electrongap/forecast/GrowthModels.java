package org.electrongap.forecast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.electrongap.statistics.Outcome;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * The pooled regressions of a run, by kind and origin; {@code out/models} holds them whole, so that {@link #of(Dataset)} of
 * that table forecasts the same to the last bit.
 */
public final class GrowthModels implements Serializable {

    private static final long serialVersionUID = 1L;

    /** No pooled regression. */
    public static final GrowthModels NONE = new GrowthModels(List.of());

    private final ArrayList<GrowthModel> models;

    GrowthModels(List<GrowthModel> models) {
        this.models = new ArrayList<>(models);
    }

    /** The regressions that a table {@code out/models} holds: a few hundred rows. */
    public static GrowthModels of(Dataset<Row> table) {
        Map<String, List<Row>> byModel = new TreeMap<>();
        for (Row row : table.collectAsList()) {
            byModel.computeIfAbsent(row.getAs("model") + " " + row.getAs("origin"), key -> new ArrayList<>())
                    .add(row);
        }
        return new GrowthModels(
                byModel.values().stream().map(GrowthModels::read).toList());
    }

    /** The rows of {@code out/models}: one coefficient each. */
    public Dataset<Row> table(SparkSession session) {
        List<Row> rows = new ArrayList<>();
        for (GrowthModel model : models) {
            rows.add(row(model, "intercept", "", model.intercept()));
            model.regions().forEach((level, effect) -> rows.add(row(model, "region", level, effect)));
            model.technologies().forEach((level, effect) -> rows.add(row(model, "technology", level, effect)));
        }
        Contract contract = Contract.of(TableName.out("models"));
        return contract.conform(session.createDataFrame(rows, contract.schema()));
    }

    /** The kinds that there are. */
    List<GrowthModel.Kind> kinds() {
        return models.stream().map(GrowthModel::kind).distinct().sorted().toList();
    }

    Outcome<GrowthModel> model(GrowthModel.Kind kind, int origin) {
        for (GrowthModel model : models) {
            if (model.kind() == kind && model.origin() == origin) {
                return Outcome.of(model);
            }
        }
        return Outcome.refused("the regression was not fitted for this origin");
    }

    private static Row row(GrowthModel model, String term, String level, GrowthModel.Effect effect) {
        return RowFactory.create(
                model.kind().label(),
                model.origin() == Calibration.END ? "all" : String.valueOf(model.origin()),
                term,
                level,
                effect.coefficient(),
                effect.standardError(),
                model.residualDeviation(),
                model.n(),
                model.kind().description());
    }

    private static GrowthModel read(List<Row> rows) {
        Row any = rows.get(0);
        Map<String, Map<String, GrowthModel.Effect>> terms = new TreeMap<>();
        for (Row row : rows) {
            terms.computeIfAbsent(row.getAs("term"), term -> new TreeMap<>())
                    .put(
                            row.getAs("level"),
                            new GrowthModel.Effect(row.getAs("coefficient"), row.getAs("standard_error")));
        }
        String origin = any.getAs("origin");
        return new GrowthModel(
                GrowthModel.Kind.valueOf(any.<String>getAs("model").toUpperCase(java.util.Locale.ROOT)),
                origin.equals("all") ? Calibration.END : Integer.parseInt(origin),
                terms.get("intercept").get(""),
                terms.get("region"),
                terms.get("technology"),
                any.getAs("residual_deviation"),
                any.getAs("n"));
    }
}
