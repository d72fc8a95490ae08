package org.electrongap.claim;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings the evidence for a set of claims out of the tables, in one Spark job. */
final class EvidenceRows {

    /** More rows of evidence than this are refused rather than brought into the driver. */
    static final int MOST_ROWS = 200_000;

    /** Years around those that the claims name: changes need the year before, rule 3 the years around. */
    private static final int YEARS_AROUND = 5;

    private static final List<String> COLUMNS = List.of(
            "table",
            "subject",
            "quantity",
            "region",
            "technology",
            "period",
            "low",
            "mid",
            "high",
            "value_text",
            "unit",
            "basis",
            "kind",
            "scope",
            "source",
            "edition",
            "grade");

    private final ClaimEvidence tables;
    private final Set<String> regions;
    private final Set<String> names;
    private final int firstYear;
    private final int lastYear;

    private EvidenceRows(ClaimEvidence tables, List<Claim> claims) {
        this.tables = tables;
        regions = regionsOf(claims);
        names = claims.stream()
                .flatMap(claim -> Entities.in(claim.subject()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean anyYear = claims.stream().anyMatch(claim -> claim.year().isEmpty());
        firstYear = anyYear
                ? 0
                : claims.stream().mapToInt(EvidenceRows::firstYear).min().orElse(0) - YEARS_AROUND;
        lastYear = claims.stream()
                        .mapToInt(claim -> claim.year().orElse(9999))
                        .max()
                        .orElse(0)
                + YEARS_AROUND;
    }

    private static int firstYear(Claim claim) {
        return GrowthFinder.yearsNamedIn(claim.statement()).stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(claim.year().orElse(0));
    }

    private static Set<String> regionsOf(List<Claim> claims) {
        Set<String> regions = new TreeSet<>();
        for (Claim claim : claims) {
            regions.addAll(List.of(claim.region().split("\\+")));
            regions.addAll(List.of(claim.comparisonRegion().split("\\+")));
        }
        regions.remove("");
        return regions;
    }

    /**
     * The figures that may answer the claims: of the panels the regions and years that the claims name, of the projects those
     * that share a name with a claim, of the small tables all.
     *
     * @throws IllegalStateException when there are more than {@value #MOST_ROWS}
     */
    static List<Figure> figures(ClaimEvidence tables, List<Claim> claims) {
        EvidenceRows rows = new EvidenceRows(tables, claims);
        List<Row> collected = rows.all().limit(MOST_ROWS + 1).collectAsList();
        if (collected.size() > MOST_ROWS) {
            throw new IllegalStateException(
                    "the claims name so many regions and years that their evidence has more than " + MOST_ROWS
                            + " rows; split them into several runs");
        }
        List<Figure> figures = new ArrayList<>();
        collected.forEach(row -> figure(row).ifPresent(figures::add));
        return figures;
    }

    private Dataset<Row> all() {
        return capacity()
                .unionByName(generation())
                .unionByName(demand())
                .unionByName(loads())
                .unionByName(forecasts())
                .unionByName(market())
                .unionByName(facts())
                .unionByName(projects());
    }

    private Dataset<Row> capacity() {
        return panel(tables.capacity(), "core/capacity", "capacity_gw", "GW", col("year"), col("technology"));
    }

    private Dataset<Row> generation() {
        return panel(tables.generation(), "core/generation", "generation_twh", "TWh", col("year"), col("technology"));
    }

    private Dataset<Row> demand() {
        Dataset<Row> yearly = tables.demand().where(col("period_length").equalTo("P1Y"));
        return panel(yearly, "core/demand", "demand_twh", "TWh", year(col("period_start")), lit("total"));
    }

    private Dataset<Row> panel(
            Dataset<Row> table, String name, String value, String unit, Column year, Column technology) {
        Dataset<Row> asked = table.where(col("region").isin(regions.toArray()).and(year.between(firstYear, lastYear)));
        return figures(
                asked.withColumn("leaf", technology),
                name,
                lit(""),
                lit(value),
                year,
                null,
                col(value),
                null,
                lit(unit));
    }

    private Dataset<Row> loads() {
        Dataset<Row> exploded = tables.datacenterLoad()
                .withColumn(
                        "figure",
                        explode(array(
                                value(
                                        "datacenter_twh",
                                        "TWh",
                                        "datacenter_twh_low",
                                        "datacenter_twh",
                                        "datacenter_twh_high"),
                                value("share", "fraction", "share_low", "share", "share_high"),
                                value("power_gw", "GW", "power_gw", "power_gw", "power_gw"))));
        Column scenario = concat_ws(", ", col("kind"), col("scenario"));
        return exploded(exploded, "core/datacenter_load", lit(""), col("year"))
                .withColumn("kind", scenario)
                .select(columns());
    }

    private Dataset<Row> forecasts() {
        return figures(
                        tables.publishedForecasts(),
                        "core/published_forecasts",
                        lit(""),
                        col("quantity"),
                        col("target_year"),
                        col("value_low"),
                        col("value_mid"),
                        col("value_high"),
                        col("unit"))
                .withColumn("kind", coalesce(col("scenario"), lit("")))
                .select(columns());
    }

    private Dataset<Row> market() {
        return figures(
                tables.market(),
                "core/market",
                lit(""),
                col("series"),
                col("period"),
                null,
                col("value"),
                null,
                col("unit"));
    }

    private Dataset<Row> facts() {
        return figures(
                tables.referenceFacts(),
                "core/reference_facts",
                col("subject"),
                col("quantity"),
                col("date"),
                col("low"),
                col("mid"),
                col("high"),
                col("unit"));
    }

    private Dataset<Row> projects() {
        Column parties = concat_ws(", ", col("developer"), col("tenant"));
        Column reported = coalesce(col("power_reported"), col("power_kind"), lit(""));
        String pattern =
                names.isEmpty() ? "(?!)" : names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Dataset<Row> named = tables.projects()
                .where(lower(concat_ws(" ", col("name"), parties)).rlike(pattern))
                .withColumn("parties", parties)
                .withColumn("region", col("country"))
                .withColumn(
                        "figure",
                        explode(array(
                                value("power", "MW", "power_mw", "power_mw", "power_mw"),
                                value("cost", "USD", "cost_usd", "cost_usd", "cost_usd"),
                                date("announced"),
                                date("expected"),
                                date("energised"))));
        return exploded(named, "core/datacenter_projects", col("name"), col("announced"))
                .withColumn(
                        "basis",
                        when(col("quantity").equalTo("power"), reported).otherwise(lit("")))
                .withColumn("kind", col("parties"))
                .select(columns());
    }

    private static Column value(String quantity, String unit, String low, String mid, String high) {
        return struct(
                lit(quantity).as("quantity"),
                col(low).cast("double").as("low"),
                col(mid).cast("double").as("mid"),
                col(high).cast("double").as("high"),
                lit(null).cast("string").as("text"),
                lit(unit).as("unit"));
    }

    private static Column date(String column) {
        Column none = lit(null).cast("double");
        return struct(
                lit(column + " date").as("quantity"),
                none.as("low"),
                none.as("mid"),
                none.as("high"),
                col(column).cast("string").as("text"),
                lit("date").as("unit"));
    }

    private static Dataset<Row> exploded(Dataset<Row> rows, String table, Column subject, Column period) {
        return figures(
                        rows,
                        table,
                        subject,
                        col("figure.quantity"),
                        period,
                        col("figure.low"),
                        col("figure.mid"),
                        col("figure.high"),
                        col("figure.unit"),
                        "figure")
                .where(coalesce(col("mid"), col("low"), col("high"))
                        .isNotNull()
                        .or(col("value_text").isNotNull()));
    }

    private static Dataset<Row> figures(
            Dataset<Row> rows,
            String table,
            Column subject,
            Column quantity,
            Column period,
            Column low,
            Column mid,
            Column high,
            Column unit,
            String... struct) {
        Column none = lit(null).cast("double");
        List<String> present = List.of(rows.columns());
        Column text = struct.length > 0
                ? col("figure.text")
                : present.contains("value_text") ? col("value_text") : lit(null).cast("string");
        List<Column> wanted = new ArrayList<>(List.of(
                lit(table).as("table"),
                subject.as("subject"),
                quantity.as("quantity"),
                col("region"),
                (present.contains("leaf") ? col("leaf") : lit("")).as("technology"),
                period.cast("string").as("period"),
                (low == null ? none : low.cast("double")).as("low"),
                mid.cast("double").as("mid"),
                (high == null ? none : high.cast("double")).as("high"),
                text.as("value_text"),
                unit.as("unit"),
                optional("basis", present),
                optional("kind", present),
                optional("scope", present),
                col("source"),
                col("edition"),
                col("grade")));
        present.stream()
                .filter(Set.of("scenario", "power_reported", "power_kind", "parties")::contains)
                .forEach(column -> wanted.add(col(column)));
        return rows.select(wanted.toArray(Column[]::new));
    }

    private static Column optional(String column, List<String> present) {
        return (present.contains(column) ? col(column) : lit("")).as(column);
    }

    private static Column[] columns() {
        return COLUMNS.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    }

    private static Optional<Figure> figure(Row row) {
        Unit unit = Unit.parse(text(row, "unit"));
        Optional<Span> value =
                unit.isDate() ? DateSpan.parse(text(row, "value_text")).map(DateSpan::days) : span(row);
        return value.map(span -> new Figure(
                text(row, "table"),
                text(row, "subject"),
                text(row, "quantity"),
                text(row, "region"),
                text(row, "technology"),
                text(row, "period"),
                span,
                unit,
                text(row, "basis"),
                text(row, "kind"),
                text(row, "scope"),
                text(row, "source"),
                text(row, "edition"),
                text(row, "grade")));
    }

    /** Low to high where both are known, else the value, else the one end that is known. */
    private static Optional<Span> span(Row row) {
        Optional<Double> low = number(row, "low");
        Optional<Double> mid = number(row, "mid");
        Optional<Double> high = number(row, "high");
        if (low.isPresent() && high.isPresent()) {
            return Optional.of(Span.between(low.get(), high.get()));
        }
        return mid.or(() -> low).or(() -> high).map(Span::of);
    }

    private static Optional<Double> number(Row row, String column) {
        int at = row.fieldIndex(column);
        return row.isNullAt(at)
                ? Optional.empty()
                : Optional.of(row.getDouble(at)).filter(Double::isFinite);
    }

    private static String text(Row row, String column) {
        int at = row.fieldIndex(column);
        return row.isNullAt(at) ? "" : row.getString(at);
    }
}
