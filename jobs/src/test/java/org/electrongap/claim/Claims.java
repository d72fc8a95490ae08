package org.electrongap.claim;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented claims and figures for tests. */
final class Claims {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private final Map<String, String> texts = new LinkedHashMap<>();

    private Claims(String metric, String subject) {
        texts.put("claim_id", "invented");
        texts.put("article", "an article");
        texts.put("metric", metric);
        texts.put("subject", subject);
    }

    static Claims of(String metric, String subject) {
        return new Claims(metric, subject);
    }

    Claims id(String id) {
        return with("claim_id", id);
    }

    Claims region(String region) {
        return with("region", region);
    }

    Claims against(String region) {
        return with("comparison_region", region);
    }

    Claims year(int year) {
        return with("year", String.valueOf(year));
    }

    Claims value(String value, String unit) {
        return with("value", value).with("unit", unit);
    }

    Claims range(String low, String high, String unit) {
        return value(low, unit).with("value_high", high);
    }

    Claims saying(String statement) {
        return with("statement", statement);
    }

    Claims with(String column, String text) {
        texts.put(column, text);
        return this;
    }

    Map<String, String> texts() {
        return texts;
    }

    Claim claim() {
        return ClaimReader.read(texts);
    }

    /** The judgement on this claim alone. */
    Judgement judged(List<Figure> figures) {
        return ClaimCourt.judge(List.of(claim()), figures, AS_OF).get(0);
    }

    static Figure capacity(String region, int year, String technology, double gw) {
        return panel(
                "core/capacity", "capacity_gw", region, year, technology, gw, "GW", "year_end_installed", "An Agency");
    }

    static Figure generation(String region, int year, double twh, String source) {
        return panel("core/generation", "generation_twh", region, year, "total", twh, "TWh", "net", source);
    }

    static Figure panel(
            String table,
            String quantity,
            String region,
            int year,
            String technology,
            double value,
            String unit,
            String basis,
            String source) {
        return new Figure(
                table,
                "",
                quantity,
                region,
                technology,
                String.valueOf(year),
                Span.of(value),
                Unit.parse(unit),
                basis,
                "",
                "",
                source,
                "2025-03",
                "primary");
    }

    static Figure market(String series, String region, String period, double value, String unit, String basis) {
        return market(series, region, period, value, unit, basis, "actual");
    }

    static Figure market(
            String series, String region, String period, double value, String unit, String basis, String kind) {
        return new Figure(
                "core/market",
                "",
                series,
                region,
                "",
                period,
                Span.of(value),
                Unit.parse(unit),
                basis,
                kind,
                "",
                "A Bureau",
                "2025-02",
                "secondary");
    }

    static Figure fact(String subject, String quantity, String region, String date, Span value, String unit) {
        return new Figure(
                "core/reference_facts",
                subject,
                quantity,
                region,
                "",
                date,
                value,
                Unit.parse(unit),
                "",
                "",
                "",
                "A Paper",
                "2025-06",
                "secondary");
    }

    static Figure date(String subject, String quantity, String region, String date) {
        return fact(
                subject,
                quantity,
                region,
                date,
                DateSpan.parse(date).orElseThrow().days(),
                "date");
    }

    static Figure load(String region, int year, Span value, String unit, String scope, String source) {
        String quantity = unit.equals("TWh") ? "datacenter_twh" : "share";
        return new Figure(
                "core/published_forecasts",
                "",
                quantity,
                region,
                "",
                String.valueOf(year),
                value,
                Unit.parse(unit),
                "",
                "base",
                scope,
                source,
                "2025-04",
                "secondary");
    }

    static Figure graded(Figure figure, String grade) {
        return new Figure(
                figure.table(),
                figure.subject(),
                figure.quantity(),
                figure.region(),
                figure.technology(),
                figure.period(),
                figure.value(),
                figure.unit(),
                figure.basis(),
                figure.kind(),
                figure.scope(),
                figure.source(),
                figure.edition(),
                grade);
    }

    static Figure publishedBy(Figure figure, String source) {
        return new Figure(
                figure.table(),
                figure.subject(),
                figure.quantity(),
                figure.region(),
                figure.technology(),
                figure.period(),
                figure.value(),
                figure.unit(),
                figure.basis(),
                figure.kind(),
                figure.scope(),
                source,
                figure.edition(),
                figure.grade());
    }
}
