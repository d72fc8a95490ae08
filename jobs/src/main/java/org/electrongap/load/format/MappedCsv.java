package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.load.record.Violation;
import org.electrongap.table.TableName;

/** A CSV file that a mapping describes. */
final class MappedCsv implements CsvLayout {

    private final Mapping mapping;
    private final List<String> needed;

    private MappedCsv(Mapping mapping) {
        this.mapping = mapping;
        Stream<String> ofColumns = mapping.columns().values().stream()
                .flatMap(cell -> Stream.concat(
                        cell.from().stream(), Stream.of(cell.unit().column())));
        Stream<String> ofRows = mapping.aside().stream().map(Mapping.Aside::column);
        Stream<String> wide = mapping.unpivot().stream().flatMap(unpivot -> unpivot.columns().stream());
        this.needed = Stream.of(ofColumns, ofRows, wide)
                .flatMap(columns -> columns)
                .filter(column -> !column.isEmpty()
                        && mapping.unpivot()
                                .filter(unpivot -> unpivot.makes(column))
                                .isEmpty())
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
    public boolean reads(String column) {
        return needed.contains(column)
                || mapping.unpivot().filter(unpivot -> unpivot.takes(column)).isPresent();
    }

    @Override
    public boolean mayHave(String column) {
        return reads(column)
                || mapping.ignored().contains("*")
                || mapping.ignored().contains(column);
    }

    @Override
    public Charset encoding() {
        return mapping.encoding().map(Charset::forName).orElse(StandardCharsets.UTF_8);
    }

    @Override
    public String unread() {
        return "Read it in the mapping's \"columns\", or name it in its \"ignore\"; \"*\" there stands for all others";
    }

    @Override
    public List<String> understanding() {
        List<String> lines = new ArrayList<>();
        mapping.unpivot()
                .ifPresent(unpivot -> lines.add("each row becomes one for each of the columns "
                        + (unpivot.columns().isEmpty() ? "that match " + unpivot.pattern() : unpivot.columns())
                        + ": the column's name is " + String.join(" and ", unpivot.names()) + ", its cell "
                        + unpivot.value()));
        mapping.columns().forEach((column, cell) -> lines.add(column + " is " + described(cell)));
        mapping.aside()
                .forEach(rule -> lines.add("rows whose " + rule.column()
                        + (rule.match() == Mapping.Match.IS_READ ? " does not match " : " matches ") + rule.pattern()
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
        return String.join(" + ", cell.from()) + ", read as "
                + cell.reading().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + cell.unit().described() + words;
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
    public Rows rows(Records records) {
        return mapping.unpivot()
                .<Rows>map(unpivot -> new WideRows(unpivot, records))
                .orElse(row -> give(row, records));
    }

    /** Turns the rows of one file into several each; a cell that is blank is no record. */
    private final class WideRows implements Rows {

        private final Unpivot unpivot;
        private final Records records;
        private Unpivot.Plan plan;

        WideRows(Unpivot unpivot, Records records) {
            this.unpivot = unpivot;
            this.records = records;
        }

        @Override
        public void take(CsvRow wide) {
            if (plan == null) {
                plan = unpivot.below(wide.header());
                check();
            }
            for (CsvRow row : plan.rows(wide)) {
                if (isFilled(row.text(unpivot.value()).strip())) {
                    give(row, records);
                } else {
                    records.setAside(row, "blank");
                }
            }
        }

        private void check() {
            if (plan.turned().isEmpty()) {
                records.fault(new Fault(
                        "header",
                        "\"unpivot\"",
                        "no column's name matches " + unpivot.pattern(),
                        "no row would become a record",
                        "Correct it; the file has "
                                + String.join(", ", plan.wide().names())));
            }
            if (!plan.twice().isEmpty()) {
                records.fault(new Fault(
                        "header",
                        "\"unpivot\"",
                        "the file itself has columns " + plan.twice(),
                        "it would not be known which of them is meant",
                        "Call the new columns otherwise"));
            }
        }
    }

    private void give(CsvRow row, Records records) {
        Optional<Mapping.Aside> aside =
                mapping.aside().stream().filter(rule -> rule.applies(row)).findFirst();
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
            case TEXT, NUMBER -> cell.from().isEmpty() ? Reading.of(text) : figure(column, cell, text, row);
            case PARTIAL_DATE -> found(PartialDate.normalised(text), column, "unknown_date", text, "date");
            case COUNTRY -> found(country(text), column, "unknown_region", text, "country");
            case STATE -> found(Regions.states(text), column, "unknown_region", text, "state");
        };
    }

    private Reading figure(String column, Mapping.Cell cell, String text, CsvRow row) {
        OptionalInt power = cell.unit().power(row);
        if (power.isEmpty()) {
            String reason = column + " is in '" + cell.unit().of(row) + "', which cannot be converted to "
                    + cell.unit().target();
            return Reading.broken("unknown_unit", column, reason);
        }
        if (cell.reading() == Mapping.How.TEXT) {
            return Reading.of(power.getAsInt() == 0 ? text : Decimal.scaled(text, power.getAsInt()));
        }
        String figure = withoutUnit(text, cell.unit().writtenIn(row));
        if (mapping.decimal() == DecimalMark.POINT) {
            return Reading.of(Decimal.scaled(Decimal.withoutSeparators(figure), power.getAsInt()));
        }
        return Decimal.withDecimalComma(figure)
                .map(plain -> Reading.of(Decimal.scaled(plain, power.getAsInt())))
                .orElseGet(() -> Reading.broken(
                        "not_a_number", column, column + " '" + text + "' is not a number with a decimal comma"));
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
                .orElseGet(() -> Reading.broken(rule, column, column + " '" + text + "' is no known " + kind));
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

        static Reading broken(String rule, String column, String reason) {
            return new Reading("", Optional.of(new Violation(rule, column, reason)));
        }
    }
}
