package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the figures that may answer a set of claims out of the rows of the core tables. */
final class EvidenceRows {

    /** More rows of evidence than this are refused rather than brought into the driver. */
    static final int MOST_ROWS = 200_000;

    /** Years around those that the claims name: changes need the year before, rule 3 the years around. */
    private static final int YEARS_AROUND = 5;

    private static final Set<String> ANYWHERE = Set.of();

    /** Forecasts of data centres that are not their load. */
    private static final Set<String> OF_DATACENTERS = Set.of("additions", "shortfall", "share_of_peak");

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
        return TwoYears.namedIn(claim.statement(), claim.year())
                .map(TwoYears::from)
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
        List<Figure> figures = new ArrayList<>();
        figures.addAll(rows.panel("capacity", "capacity_gw", "GW"));
        figures.addAll(rows.panel("generation", "generation_twh", "TWh"));
        figures.addAll(rows.panel("demand", "demand_twh", "TWh"));
        rows.all("datacenter_load").flatMap(EvidenceRows::loads).forEach(figures::add);
        rows.all("published_forecasts").flatMap(EvidenceRows::forecast).forEach(figures::add);
        rows.all("market").flatMap(EvidenceRows::market).forEach(figures::add);
        rows.all("reference_facts").flatMap(EvidenceRows::fact).forEach(figures::add);
        rows.all("datacenter_projects").flatMap(rows::project).forEach(figures::add);
        checkSize(figures.size());
        return figures;
    }

    static void checkSize(int rows) {
        if (rows > MOST_ROWS) {
            throw new IllegalStateException(
                    "the claims name so many regions and years that their evidence has more than " + MOST_ROWS
                            + " rows; split them into several runs");
        }
    }

    private Stream<Cells> all(String table) {
        return tables.rows(table, ANYWHERE).stream().map(row -> new Cells("core/" + table, row));
    }

    private List<Figure> panel(String table, String value, String unit) {
        if (regions.isEmpty()) {
            return List.of();
        }
        return tables.rows(table, regions).stream()
                .map(row -> new Cells("core/" + table, row))
                .flatMap(row -> level(row, value, unit))
                .toList();
    }

    /** A yearly level; demand of shorter periods is no claim's measure. */
    private Stream<Figure> level(Cells row, String value, String unit) {
        boolean isDemand = row.has("period_start");
        if (isDemand && !row.text("period_length").equals("P1Y")) {
            return Stream.empty();
        }
        String year = isDemand ? row.text("period_start").substring(0, 4) : row.text("year");
        if (year.isEmpty() || Integer.parseInt(year) < firstYear || Integer.parseInt(year) > lastYear) {
            return Stream.empty();
        }
        String technology = isDemand ? "total" : row.text("technology");
        return row.number(value).map(Span::of).stream()
                .map(span -> figure(
                        row,
                        "",
                        value,
                        row.text("region"),
                        technology,
                        year,
                        span,
                        Unit.parse(unit),
                        row.text("kind")));
    }

    private static Stream<Figure> loads(Cells row) {
        String kind = Stream.of("kind", "scenario")
                .filter(row::isFilled)
                .map(row::text)
                .collect(Collectors.joining(", "));
        return Stream.of(
                        load(row, kind, "datacenter_twh", "TWh", "datacenter_twh_low", "datacenter_twh_high"),
                        load(row, kind, "share", "fraction", "share_low", "share_high"),
                        load(row, kind, "power_gw", "GW", "power_gw", "power_gw"))
                .flatMap(Optional::stream);
    }

    private static Optional<Figure> load(
            Cells row, String kind, String quantity, String unit, String low, String high) {
        return row.span(low, quantity, high)
                .map(span -> figure(
                        row, "", quantity, row.text("region"), "", row.text("year"), span, Unit.parse(unit), kind));
    }

    private static Stream<Figure> forecast(Cells row) {
        return row.span("value_low", "value_mid", "value_high").stream()
                .map(span -> figure(
                        row,
                        OF_DATACENTERS.contains(row.text("scope")) ? "data centres" : "",
                        row.text("quantity"),
                        row.text("region"),
                        "",
                        row.text("target_year"),
                        span,
                        Unit.parse(row.text("unit")),
                        row.text("scenario")));
    }

    private static Stream<Figure> market(Cells row) {
        return single(row, "", "series", "period", row.span("", "value", ""));
    }

    private static Stream<Figure> fact(Cells row) {
        return single(row, row.text("subject"), "quantity", "date", row.span("low", "mid", "high"));
    }

    private static Stream<Figure> single(
            Cells row, String subject, String quantity, String period, Optional<Span> number) {
        Unit unit = Unit.parse(row.text("unit"));
        Optional<Span> value =
                unit.isDate() ? DateSpan.parse(row.text("value_text")).map(DateSpan::days) : number;
        return value.stream()
                .map(span -> figure(
                        row,
                        subject,
                        row.text(quantity),
                        row.text("region"),
                        "",
                        row.text(period),
                        span,
                        unit,
                        row.text("kind")));
    }

    private Stream<Figure> project(Cells row) {
        String parties = Stream.of("developer", "tenant")
                .filter(row::isFilled)
                .map(row::text)
                .collect(Collectors.joining(", "));
        String named = (row.text("name") + " " + parties).toLowerCase(Locale.ROOT);
        if (names.stream().noneMatch(named::contains)) {
            return Stream.empty();
        }
        Stream<Figure> amounts = Stream.of(
                        amount(row, parties, "power", "MW", "power_mw"),
                        amount(row, parties, "cost", "USD", "cost_usd"))
                .flatMap(Optional::stream);
        Stream<Figure> dates = Stream.of("announced", "expected", "energised")
                .flatMap(column -> DateSpan.parse(row.text(column)).stream()
                        .map(days ->
                                projectFigure(row, parties, column + " date", days.days(), Unit.parse("date"), "")));
        return Stream.concat(amounts, dates);
    }

    private static Optional<Figure> amount(Cells row, String parties, String quantity, String unit, String column) {
        String kind = Stream.of("power_reported", "power_kind")
                .filter(row::isFilled)
                .findFirst()
                .map(row::text)
                .orElse("");
        return row.number(column)
                .map(value -> projectFigure(
                        row,
                        parties,
                        quantity,
                        Span.of(value),
                        Unit.parse(unit),
                        quantity.equals("power") ? kind : ""));
    }

    private static Figure projectFigure(
            Cells row, String parties, String quantity, Span value, Unit unit, String basis) {
        return new Figure(
                row.table(),
                row.text("name"),
                quantity,
                row.text("country"),
                "",
                row.text("announced"),
                value,
                unit,
                basis,
                parties,
                row.text("scope"),
                row.text("source"),
                row.text("edition"),
                row.text("grade"));
    }

    private static Figure figure(
            Cells row,
            String subject,
            String quantity,
            String region,
            String technology,
            String period,
            Span value,
            Unit unit,
            String kind) {
        return new Figure(
                row.table(),
                subject,
                quantity,
                region,
                technology,
                period,
                value,
                unit,
                row.text("basis"),
                kind,
                row.text("scope"),
                row.text("source"),
                row.text("edition"),
                row.text("grade"));
    }

    /** A row of a table; an absent or empty cell is the empty text. */
    private record Cells(String table, Map<String, Object> row) {

        boolean has(String column) {
            return row.containsKey(column);
        }

        boolean isFilled(String column) {
            return row.get(column) != null;
        }

        String text(String column) {
            Object cell = row.get(column);
            return cell == null ? "" : cell.toString();
        }

        Optional<Double> number(String column) {
            return row.get(column) instanceof Number number && Double.isFinite(number.doubleValue())
                    ? Optional.of(number.doubleValue())
                    : Optional.empty();
        }

        /** Low to high where both are known, else the value, else the one end that is known. */
        Optional<Span> span(String low, String mid, String high) {
            Optional<Double> least = number(low);
            Optional<Double> most = number(high);
            if (least.isPresent() && most.isPresent()) {
                return Optional.of(Span.between(least.get(), most.get()));
            }
            return number(mid).or(() -> least).or(() -> most).map(Span::of);
        }
    }
}
