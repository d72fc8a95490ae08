package org.electrongap.share;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.share.LoadFigure.Quantity;

/** Rows of core/datacenter_load and core/published_forecasts as figures. */
final class LoadFigureRows {

    private LoadFigureRows() {}

    /** The figures of core/datacenter_load: of a row with TWh the TWh, else its share, else its power. */
    static List<LoadFigure> loads(Dataset<Row> rows, Comparator<LoadFigure> order) {
        List<LoadFigure> figures = new ArrayList<>();
        rows.filter(col("published").isNotNull())
                .select(
                        "region",
                        "year",
                        "kind",
                        "scenario",
                        "scope",
                        "datacenter_twh_low",
                        "datacenter_twh",
                        "datacenter_twh_high",
                        "share_low",
                        "share",
                        "share_high",
                        "power_gw",
                        "basis",
                        "source",
                        "title",
                        "edition",
                        "published",
                        "grade")
                .collectAsList()
                .forEach(row -> figures.add(load(row)));
        figures.sort(order);
        return List.copyOf(figures);
    }

    /** The figures of core/published_forecasts. */
    static List<LoadFigure> forecasts(Dataset<Row> rows, Comparator<LoadFigure> order) {
        List<LoadFigure> figures = new ArrayList<>();
        rows.filter(col("published").isNotNull())
                .select(
                        "region",
                        "target_year",
                        "quantity",
                        "scenario",
                        "scope",
                        "value_low",
                        "value_mid",
                        "value_high",
                        "basis",
                        "source",
                        "title",
                        "edition",
                        "published",
                        "grade")
                .collectAsList()
                .forEach(row -> figures.add(forecast(row)));
        figures.sort(order);
        return List.copyOf(figures);
    }

    private static LoadFigure load(Row row) {
        Quantity quantity = loadQuantity(row);
        int low = quantity == Quantity.SHARE ? 8 : 5;
        boolean power = quantity == Quantity.POWER_GW;
        return new LoadFigure(
                row.getString(0),
                row.getInt(1),
                quantity,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                power ? OptionalDouble.empty() : Cell.number(row, low),
                Cell.number(row, power ? 11 : low + 1),
                power ? OptionalDouble.empty() : Cell.number(row, low + 2),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getDate(16).toLocalDate(),
                row.getString(17));
    }

    private static Quantity loadQuantity(Row row) {
        if (!row.isNullAt(6)) {
            return Quantity.DATACENTER_TWH;
        }
        return row.isNullAt(9) ? Quantity.POWER_GW : Quantity.SHARE;
    }

    private static LoadFigure forecast(Row row) {
        return new LoadFigure(
                row.getString(0),
                row.getInt(1),
                forecastQuantity(row.getString(2)),
                "forecast",
                row.getString(3),
                row.getString(4),
                Cell.number(row, 5),
                Cell.number(row, 6),
                Cell.number(row, 7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getDate(12).toLocalDate(),
                row.getString(13));
    }

    private static Quantity forecastQuantity(String quantity) {
        return switch (quantity) {
            case "datacenter_twh" -> Quantity.DATACENTER_TWH;
            case "share" -> Quantity.SHARE;
            case "power_gw" -> Quantity.POWER_GW;
            default -> Quantity.GROWTH;
        };
    }
}
