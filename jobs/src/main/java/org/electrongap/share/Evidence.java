package org.electrongap.share;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.table.SourceOrder;

/**
 * The published figures and judged inputs on which the forecast rests: a few hundred rows, which do not grow with the data,
 * on the driver, each list in a total order.
 */
record Evidence(
        List<LoadFigure> loads,
        List<LoadFigure> forecasts,
        List<DemandFigure> demand,
        List<AssumptionRow> assumptions,
        Set<String> doubtfulLoads,
        List<CapacityFigure> capacity,
        List<MarketFigure> market,
        List<PipelineFigure> pipeline,
        SourceOrder order) {

    /** The first year whose capacity is of use to the report on adequacy. */
    private static final int CAPACITY_FROM = 2015;

    private static final Comparator<LoadFigure> ORDER_OF_LOADS = Comparator.comparing(LoadFigure::region)
            .thenComparingInt(LoadFigure::year)
            .thenComparing(LoadFigure::publisher)
            .thenComparing(LoadFigure::published)
            .thenComparing(LoadFigure::title)
            .thenComparing(LoadFigure::quantity)
            .thenComparing(LoadFigure::kind)
            .thenComparing(LoadFigure::scenario)
            .thenComparing(LoadFigure::scope);

    /** Reads the inputs: one Spark job for each table, side by side, since finding a small table's files is most of it. */
    static Evidence of(LoadShareInputs inputs) {
        var loads = supplyAsync(() -> LoadFigureRows.loads(inputs.datacenterLoad(), ORDER_OF_LOADS));
        var forecasts = supplyAsync(() -> LoadFigureRows.forecasts(inputs.publishedForecasts(), ORDER_OF_LOADS));
        var demand = supplyAsync(() -> demand(inputs.demand()));
        var assumptions = supplyAsync(() -> assumptions(inputs.assumptions()));
        var doubtful = supplyAsync(() -> doubtfulLoads(inputs.annotations()));
        var capacity = supplyAsync(() -> capacity(inputs.capacity()));
        var pipeline = supplyAsync(() -> pipeline(inputs.pipeline()));
        return new Evidence(
                loads.join(),
                forecasts.join(),
                demand.join(),
                assumptions.join(),
                doubtful.join(),
                capacity.join(),
                market(inputs.market()),
                pipeline.join(),
                SourceOrder.of(inputs.preferredSources()));
    }

    /**
     * What was published by a day. The assumptions stay: they are ours, not evidence. The pipeline goes: it is that of the
     * as-of date.
     */
    Evidence knownOn(LocalDate day) {
        return new Evidence(
                loads.stream().filter(row -> !row.published().isAfter(day)).toList(),
                forecasts.stream().filter(row -> !row.published().isAfter(day)).toList(),
                demand.stream().filter(row -> !row.published().isAfter(day)).toList(),
                assumptions,
                doubtfulLoads,
                capacity.stream().filter(row -> !row.published().isAfter(day)).toList(),
                market.stream().filter(row -> !row.published().isAfter(day)).toList(),
                List.of(),
                order);
    }

    /** What these editions said of load, forecasts and demand; all else stays. */
    Evidence of(Set<Edition> known) {
        return new Evidence(
                loads.stream().filter(row -> known.contains(Edition.of(row))).toList(),
                forecasts.stream()
                        .filter(row -> known.contains(Edition.of(row)))
                        .toList(),
                demand.stream().filter(row -> known.contains(Edition.of(row))).toList(),
                assumptions,
                doubtfulLoads,
                capacity,
                market,
                pipeline,
                order);
    }

    /** The place of a figure's publisher among those of data-centre load: least first. */
    int rank(LoadFigure figure) {
        return order.rank("datacenter_twh", figure.publisher(), figure.basis());
    }

    /** The place of a figure's source among those of demand. */
    int rank(DemandFigure figure) {
        return order.rank("demand_twh", figure.source(), figure.denominator().code());
    }

    /** Whether a note says that the value of that region, year and publisher was not measured. */
    boolean isDoubtful(LoadFigure figure) {
        return doubtfulLoads.contains(key(figure.region(), figure.year(), figure.publisher()));
    }

    private static List<DemandFigure> demand(Dataset<Row> rows) {
        Column wanted = col("period_length")
                .equalTo("P1Y")
                .and(col("region").isin(ShareRegion.codes()))
                .and(col("published").isNotNull());
        return read(
                rows.filter(wanted)
                        .withColumn("year", year(col("period_start")))
                        .select("region", "year", "basis", "demand_twh", "source", "edition", "published"),
                row -> Denominator.named(row.getString(2))
                        .map(denominator -> new DemandFigure(
                                row.getString(0),
                                row.getInt(1),
                                denominator,
                                row.getDouble(3),
                                row.getString(4),
                                row.getString(5),
                                row.getDate(6).toLocalDate()))
                        .orElse(null),
                Comparator.comparing(DemandFigure::region)
                        .thenComparing(DemandFigure::denominator)
                        .thenComparingInt(DemandFigure::year)
                        .thenComparing(DemandFigure::published)
                        .thenComparing(DemandFigure::edition)
                        .thenComparing(DemandFigure::source));
    }

    private static List<AssumptionRow> assumptions(Dataset<Row> rows) {
        return AssumptionRow.of(
                rows.collectAsList().stream().map(Evidence::cells).toList());
    }

    private static Map<String, Object> cells(Row row) {
        Map<String, Object> cells = new HashMap<>();
        for (String column : row.schema().fieldNames()) {
            cells.put(column, row.getAs(column));
        }
        return cells;
    }

    private static Set<String> doubtfulLoads(Dataset<Row> rows) {
        Column wanted = col("metric").equalTo("datacenter_load").and(col("kind").isin("carried_forward", "missing"));
        List<String> keys = new ArrayList<>();
        rows.filter(wanted)
                .select("region", "year_from", "year_to", "source")
                .collectAsList()
                .forEach(row -> {
                    for (int year = row.getInt(1); year <= row.getInt(2); year++) {
                        keys.add(key(row.getString(0), year, row.getString(3)));
                    }
                });
        return Set.copyOf(keys);
    }

    private static List<CapacityFigure> capacity(Dataset<Row> rows) {
        Column wanted = col("region")
                .isin(ShareRegion.codes())
                .and(col("year").geq(lit(CAPACITY_FROM)))
                .and(col("published").isNotNull());
        return read(
                rows.filter(wanted)
                        .select(
                                "region",
                                "year",
                                "technology",
                                "capacity_gw",
                                "basis",
                                "source",
                                "edition",
                                "published"),
                row -> new CapacityFigure(
                        row.getString(0),
                        row.getInt(1),
                        row.getString(2),
                        row.getDouble(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getDate(7).toLocalDate()),
                Comparator.comparing(CapacityFigure::region)
                        .thenComparingInt(CapacityFigure::year)
                        .thenComparing(CapacityFigure::technology)
                        .thenComparing(CapacityFigure::basis)
                        .thenComparing(CapacityFigure::published)
                        .thenComparing(CapacityFigure::edition)
                        .thenComparing(CapacityFigure::source));
    }

    private static List<MarketFigure> market(Dataset<Row> rows) {
        Column wanted = col("series")
                .isin("peak_demand", "transformer_lead_time", BuildScenarios.PLANS)
                .and(col("published").isNotNull());
        return read(
                rows.filter(wanted)
                        .select("series", "region", "period", "value", "unit", "kind", "basis", "source", "published"),
                row -> new MarketFigure(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getDouble(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getDate(8).toLocalDate()),
                Comparator.comparing(MarketFigure::series)
                        .thenComparing(MarketFigure::region)
                        .thenComparing(MarketFigure::period)
                        .thenComparing(MarketFigure::published)
                        .thenComparing(MarketFigure::basis));
    }

    /** Of several bases of one stage a country's total holds one; records count where they cover the country. */
    private static List<PipelineFigure> pipeline(Dataset<Row> rows) {
        Column wanted = col("region")
                .isin(ShareRegion.codes())
                .and(col("in_total"))
                .and(col("basis").equalTo("register"))
                .and(col("group").isNotNull())
                .and(col("year").isNotNull())
                .and(col("energised_mw").gt(0));
        Column group = when(col("stage").isin("announced", "requested"), "early")
                .when(col("stage").equalTo("permitted"), "advanced")
                .when(col("stage").equalTo("under_construction"), col("stage"));
        return read(
                rows.withColumn("region", col("country"))
                        .withColumn("group", group)
                        .filter(wanted)
                        .select("region", "group", "power_kind", "year", "energised_mw"),
                row -> new PipelineFigure(
                        row.getString(0), row.getString(1), row.getString(2), row.getInt(3), row.getDouble(4)),
                Comparator.comparing(PipelineFigure::region)
                        .thenComparing(PipelineFigure::stage)
                        .thenComparingInt(PipelineFigure::year)
                        .thenComparing(PipelineFigure::powerKind)
                        .thenComparingDouble(PipelineFigure::energisedMw));
    }

    private static <T> List<T> read(Dataset<Row> rows, Function<Row, T> form, Comparator<? super T> order) {
        return rows.collectAsList().stream()
                .map(form)
                .filter(java.util.Objects::nonNull)
                .sorted(order)
                .toList();
    }

    private static String key(String region, int year, String publisher) {
        return region + "|" + year + "|" + publisher;
    }
}
