package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.load.record.Violation;
import org.electrongap.table.TableName;

/** A CSV file that a mapping describes. */
final class MappedCsv implements RowLayout {

    private final Mapping mapping;
    private final List<String> needed;

    private MappedCsv(Mapping mapping) {
        this.mapping = mapping;
        this.needed = Stream.concat(
                        mapping.columns().values().stream().flatMap(cell -> cell.from().stream()),
                        mapping.aside().stream().map(Mapping.Aside::column))
                .distinct()
                .sorted()
                .toList();
    }

    /** The format that a mapping makes. */
    static Format of(Mapping mapping) {
        return new PublisherCsv(new MappedCsv(mapping));
    }

    @Override
    public String formatName() {
        return mapping.name();
    }

    @Override
    public TableName table() {
        return mapping.table();
    }

    @Override
    public String source() {
        return mapping.source();
    }

    @Override
    public List<String> needed() {
        return needed;
    }

    @Override
    public boolean mayHave(String column) {
        return mapping.ignored().contains("*") || mapping.ignored().contains(column);
    }

    @Override
    public Charset encoding() {
        return mapping.encoding().map(Charset::forName).orElse(StandardCharsets.UTF_8);
    }

    @Override
    public List<String> understanding() {
        List<String> lines = new ArrayList<>();
        mapping.columns().forEach((column, cell) -> lines.add(column + " is " + described(cell)));
        mapping.aside()
                .forEach(rule -> lines.add("rows whose " + rule.column() + " matches " + rule.pattern()
                        + " are set aside as " + rule.rule()));
        if (!mapping.ignored().isEmpty()) {
            lines.add("passed over: " + String.join(", ", mapping.ignored()));
        }
        return lines;
    }

    private static String described(Mapping.Cell cell) {
        if (cell.from().isEmpty()) {
            return "'" + cell.constant() + "' in every row";
        }
        String words = cell.words().isEmpty()
                ? ""
                : ", " + cell.words().size() + " words translated"
                        + cell.otherwise()
                                .map(other -> ", any other is '" + other + "'")
                                .orElse("");
        String unit = cell.power() == 0 ? "" : ", times 10^" + cell.power();
        return String.join(" + ", cell.from()) + ", read as "
                + cell.reading().name().toLowerCase(Locale.ROOT).replace('_', ' ') + unit + words;
    }

    @Override
    public char separator() {
        return mapping.separator();
    }

    @Override
    public Optional<String> sheet() {
        return mapping.sheet();
    }

    @Override
    public void give(CsvRow row, Records records) {
        Optional<Mapping.Aside> aside = mapping.aside().stream()
                .filter(rule ->
                        rule.pattern().matcher(row.text(rule.column()).strip()).matches())
                .findFirst();
        if (aside.isPresent()) {
            records.setAside(row, aside.get().rule());
            return;
        }
        RecordDraft draft = records.draft(row);
        for (Map.Entry<String, Mapping.Cell> column : mapping.columns().entrySet()) {
            Reading reading = read(column.getKey(), column.getValue(), row);
            if (reading.violation().isPresent()) {
                records.quarantine(row.line(), row, reading.violation().get());
                return;
            }
            draft.with(column.getKey(), reading.text());
        }
        records.accept(draft);
    }

    private Reading read(String column, Mapping.Cell cell, CsvRow row) {
        String text = cell.from().isEmpty() ? cell.constant() : joined(cell, row);
        if (text.isBlank()) {
            return Reading.of(cell.words().getOrDefault("", cell.otherwise().orElse("")));
        }
        if (!cell.words().isEmpty()) {
            return word(column, cell, text);
        }
        return switch (cell.reading()) {
            case TEXT -> Reading.of(cell.power() == 0 ? text : Decimal.scaled(text, cell.power()));
            case NUMBER ->
                Reading.of(Decimal.scaled(Decimal.withoutSeparators(withoutUnit(text, cell.unit())), cell.power()));
            case PARTIAL_DATE -> found(PartialDate.normalised(text), column, "unknown_date", text, "date");
            case COUNTRY -> found(country(text), column, "unknown_region", text, "country");
            case STATE -> found(Regions.states(text), column, "unknown_region", text, "state");
        };
    }

    /** A figure without the declared unit behind it; another unit stays, and is refused when the figure is cast. */
    private static String withoutUnit(String text, String unit) {
        String figure = text.strip();
        boolean ends =
                !unit.isEmpty() && figure.regionMatches(true, figure.length() - unit.length(), unit, 0, unit.length());
        return ends ? figure.substring(0, figure.length() - unit.length()).strip() : figure;
    }

    private static Reading word(String column, Mapping.Cell cell, String text) {
        Optional<String> meaning = Optional.ofNullable(
                        cell.words().get(text.strip().toLowerCase(Locale.ROOT)))
                .or(cell::otherwise);
        return found(meaning, column, "unknown_word", text, "word of the mapping");
    }

    private static Reading found(Optional<String> meaning, String column, String rule, String text, String kind) {
        return meaning.map(Reading::of)
                .orElseGet(() -> new Reading(
                        "", Optional.of(new Violation(rule, column, column + " '" + text + "' is no known " + kind))));
    }

    private static Optional<String> country(String text) {
        return Regions.countryOfCode(text)
                .or(() -> Regions.countryOfShortCode(text))
                .or(() -> Regions.country(text));
    }

    private String joined(Mapping.Cell cell, CsvRow row) {
        Stream<String> filled =
                cell.from().stream().map(row::text).map(String::strip).filter(this::isFilled);
        return cell.join().equals("first")
                ? filled.findFirst().orElse("")
                : filled.collect(Collectors.joining(cell.join()));
    }

    private boolean isFilled(String text) {
        return !text.isEmpty() && mapping.blanks().stream().noneMatch(text::equalsIgnoreCase);
    }

    private record Reading(String text, Optional<Violation> violation) {

        static Reading of(String text) {
            return new Reading(text, Optional.empty());
        }
    }
}
