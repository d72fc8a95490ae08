package org.electrongap.load.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mapping to begin with, for a panel of countries and years: figures in rows with a column for the year, or in a column
 * for each year. What it cannot know it leaves as {@code "?"}.
 */
final class PanelDraft {

    private static final List<String> COUNTRIES = List.of(
            "iso3",
            "iso3code",
            "isocode",
            "countrycode",
            "country",
            "countryname",
            "countryarea",
            "countryorarea",
            "countryterritory",
            "area",
            "region",
            "economy",
            "entity",
            "land",
            "pays",
            "pais");
    private static final List<String> YEARS = List.of("year", "jahr", "annee", "ano", "timeperiod", "period", "time");
    private static final List<String> TECHNOLOGIES = List.of(
            "technology",
            "fuel",
            "energysource",
            "source",
            "type",
            "energytype",
            "product",
            "series",
            "siec",
            "variable");
    private static final List<String> VALUES =
            List.of("value", "obsvalue", "amount", "capacity", "generation", "mw", "gw", "gwh", "twh", "wert");
    private static final Pattern YEAR_COLUMN = Pattern.compile("[^0-9]*((18|19|20)\\d\\d)([^0-9].*)?");
    private static final Pattern WITH_COMMA =
            Pattern.compile("[+-]?(\\d+,\\d{1,2}|\\d+,\\d{4,}|\\d{1,3}([. ]\\d{3})+,\\d+)");
    private static final int LEAST_YEARS = 2;

    private final CsvHeader header;
    private final Function<String, Set<String>> words;
    private final List<String> wideYears;
    private final Set<String> used = new LinkedHashSet<>();

    private PanelDraft(CsvHeader header, Function<String, Set<String>> words) {
        this.header = header;
        this.words = words;
        this.wideYears = header.names().stream()
                .filter(name -> YEAR_COLUMN.matcher(name).matches())
                .toList();
    }

    /**
     * The draft for a file; empty where it does not look like a panel.
     *
     * @param words texts that stand under a column of the file, in lower case
     */
    static Optional<PanelDraft> of(CsvHeader header, Function<String, Set<String>> words) {
        PanelDraft draft = new PanelDraft(header, words);
        boolean years = draft.isWide() || draft.found(YEARS).isPresent();
        boolean register = draft.found(List.of("projectname", "facilityname", "status", "stage"))
                .isPresent();
        return years && !register && draft.found(COUNTRIES).isPresent() ? Optional.of(draft) : Optional.empty();
    }

    private boolean isWide() {
        return wideYears.size() >= LEAST_YEARS;
    }

    /** Writes what a panel needs into a mapping, and tells the columns of the file that are read. */
    Set<String> write(ObjectNode root) {
        Optional<Table> table = table();
        root.put("table", table.map(Table::path).orElse("?"));
        if (usesComma()) {
            root.put("decimal", ",");
        }
        if (isWide()) {
            used.addAll(wideYears);
            boolean plain = wideYears.stream().allMatch(name -> name.matches("\\d{4}"));
            root.putObject("unpivot")
                    .put("matches", plain ? "(?<Year>[0-9]{4})" : "[^0-9]*(?<Year>[0-9]{4})([^0-9].*)?")
                    .put("value", "Figure");
        }
        ObjectNode columns = root.putObject("columns");
        columns.putObject("region").put("from", read(COUNTRIES)).put("as", "country");
        columns.put("year", isWide() ? "Year" : read(YEARS));
        technology(columns.putObject("technology"));
        ObjectNode figure = columns.putObject(table.map(Table::column).orElse("?"))
                .put("from", isWide() ? "Figure" : read(VALUES))
                .put("as", "number");
        unit(figure);
        columns.putObject("basis").put("value", "?");
        return used;
    }

    private String read(List<String> names) {
        Optional<String> name = found(names);
        name.ifPresent(used::add);
        return name.orElse("?");
    }

    private void technology(ObjectNode column) {
        String name = read(TECHNOLOGIES);
        if (name.equals("?")) {
            column.put("value", "?");
            return;
        }
        ObjectNode values = column.put("from", name).putObject("values");
        words.apply(name).forEach(word -> values.put(word, "?"));
    }

    private void unit(ObjectNode figure) {
        String name = read(List.of("unit", "units", "unitofmeasure", "einheit"));
        if (name.equals("?")) {
            figure.put("unit", "?");
            return;
        }
        ObjectNode values = figure.putObject("unit").put("from", name).putObject("values");
        words.apply(name).forEach(word -> values.put(word, "?"));
    }

    private boolean usesComma() {
        Stream<String> figures = isWide() ? wideYears.stream() : found(VALUES).stream();
        return figures.flatMap(name -> words.apply(name).stream())
                .anyMatch(text -> WITH_COMMA.matcher(text).matches());
    }

    /** Which table the words of the file speak of, where they speak of one only. */
    private Optional<Table> table() {
        List<String> texts = new ArrayList<>(header.names());
        header.names().stream()
                .filter(name -> !wideYears.contains(name))
                .forEach(name -> texts.addAll(words.apply(name)));
        String all = texts.stream().collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT);
        boolean capacity = all.matches("(?s).*(capacity|\\bmw\\b|\\bgw\\b|megawatt|gigawatt).*");
        boolean generation = all.matches("(?s).*(generation|production|[mgt]wh\\b|watt.?hour).*");
        if (capacity == generation) {
            return Optional.empty();
        }
        return Optional.of(
                capacity ? new Table("core/capacity", "capacity_gw") : new Table("core/generation", "generation_twh"));
    }

    private Optional<String> found(List<String> names) {
        return names.stream()
                .flatMap(name -> header.names().stream()
                        .filter(column -> MappingDraft.plain(column).equals(name)))
                .findFirst();
    }

    /** A core table, and its column of figures. */
    private record Table(String path, String column) {}
}
