package org.electrongap.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.electrongap.table.Column;

/**
 * Notices a file in another unit by figures that are well known, such as the capacity of the United States: if most of them
 * are a power of a thousand away from where they must be, the whole file is.
 */
final class UnitAnchors {

    private static final double[] SLIPS = {1e3, 1e6, 1e-3, 1e-6};

    private final RecordLayout layout;
    private final int value;
    private final Map<String, Anchor> anchors = new HashMap<>();
    private final Map<Double, List<String>> slipped = new HashMap<>();
    private final boolean isDemand;
    private final int region;
    private final int technology;
    private final int period;
    private final int length;
    private final Set<String> regions = new HashSet<>();
    private int seen;

    UnitAnchors(RecordLayout layout) {
        this.layout = layout;
        this.isDemand = layout.has("period_start");
        for (JsonNode node : read().path("anchors")) {
            if (node.path("table").asText().equals(layout.table().path())) {
                regions.add(node.path("region").asText());
                anchors.put(
                        node.path("region").asText() + "|"
                                + node.path("technology").asText(),
                        Anchor.of(node));
            }
        }
        this.value = anchors.isEmpty()
                ? -1
                : layout.columnNames().indexOf(valueColumn(layout.table().name()));
        List<String> columns = layout.columnNames();
        this.region = columns.indexOf("region");
        this.technology = columns.indexOf("technology");
        this.period = columns.indexOf(isDemand ? "period_start" : "year");
        this.length = columns.indexOf("period_length");
    }

    /** Looks at one record before it is cast, so that figures beyond the bounds are seen too. */
    void see(RecordDraft draft) {
        if (value < 0) {
            return;
        }
        String[] cells = draft.cells();
        boolean yearly = !isDemand || "P1Y".equals(cells[length]);
        if (!yearly || !regions.contains(cells[region])) {
            return;
        }
        Anchor anchor = anchors.get(cells[region] + "|" + (technology < 0 ? "" : cells[technology]));
        if (anchor == null) {
            return;
        }
        OptionalInt year = year(cells[period]);
        OptionalDouble figure = figure(cells[value]);
        if (year.isPresent() && figure.isPresent() && year.getAsInt() >= anchor.fromYear()) {
            compare(anchor, year.getAsInt(), figure.getAsDouble(), draft);
        }
    }

    /** The fault of the file, if at least half of the known figures slipped by the same factor. */
    Optional<Fault> fault() {
        return slipped.entrySet().stream()
                .filter(slip -> 2 * slip.getValue().size() >= seen)
                .findFirst()
                .map(slip -> fault(slip.getKey(), slip.getValue()));
    }

    private void compare(Anchor anchor, int year, double figure, RecordDraft draft) {
        seen++;
        if (anchor.holds(figure)) {
            return;
        }
        for (double slip : SLIPS) {
            if (anchor.holds(figure / slip)) {
                slipped.computeIfAbsent(slip, s -> new ArrayList<>())
                        .add(String.format(
                                Locale.ROOT,
                                "line %d: %s %d is %s, and %.0f to %.0f %s is possible",
                                draft.line(),
                                anchor.title(),
                                year,
                                draft.cells()[value],
                                anchor.low(),
                                anchor.high(),
                                unit()));
                return;
            }
        }
    }

    private static OptionalInt year(String date) {
        boolean starts = date != null && date.matches("\\d{4}.*");
        return starts ? OptionalInt.of(Integer.parseInt(date.substring(0, 4))) : OptionalInt.empty();
    }

    /** A text that is no number says nothing about the unit; its record is quarantined when it is cast. */
    private static OptionalDouble figure(String text) {
        boolean isNumber = text != null && Cast.NUMBER.matcher(text.strip()).matches();
        return isNumber ? OptionalDouble.of(Double.parseDouble(text.strip())) : OptionalDouble.empty();
    }

    private Fault fault(double slip, List<String> examples) {
        String factor = slip >= 1 ? "too large by " + (long) slip : "too small by " + Math.round(1 / slip);
        return new Fault(
                "wrong_unit",
                "column " + layout.columns().get(value).name(),
                "well-known figures are " + factor + ": "
                        + String.join("; ", examples.subList(0, Math.min(3, examples.size()))),
                "the file seems to hold another unit than " + unit() + ", and all its figures would be wrong",
                "Convert the values to " + unit() + ", or declare the file's unit in a mapping");
    }

    private String unit() {
        return layout.columns().get(value).unit();
    }

    private String valueColumn(String table) {
        return layout.columns().stream()
                .map(Column::name)
                .filter(name -> name.startsWith(table + "_") || name.equals("datacenter_twh"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read() {
        try (InputStream in = UnitAnchors.class.getResourceAsStream("/load/unit-anchors.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("load/unit-anchors.json cannot be read", e);
        }
    }

    private record Anchor(String title, int fromYear, double low, double high) {

        static Anchor of(JsonNode node) {
            String title = (node.path("region").asText() + " "
                            + node.path("technology").asText())
                    .strip();
            return new Anchor(
                    title,
                    node.path("from_year").asInt(),
                    node.path("low").asDouble(),
                    node.path("high").asDouble());
        }

        boolean holds(double figure) {
            return figure >= low && figure <= high;
        }
    }
}
