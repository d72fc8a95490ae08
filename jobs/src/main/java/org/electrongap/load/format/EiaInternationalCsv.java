package org.electrongap.load.format;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RawText;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.RecordSink;
import org.electrongap.load.record.Source;
import org.electrongap.load.record.Violation;
import org.electrongap.table.TableName;

/**
 * The CSV that EIA's browser of international statistics exports (2019): four lines about the query, a row of years, then
 * blocks: a row with the name and unit of a measure, and below it a row for each country. Rows that name a group have no
 * unit. A file holds capacity in million kW (GW) and net generation in billion kWh (TWh), sums among their parts; of fossil
 * fuels only the sum is given. {@code se|6135} is an estimate and counts as provisional.
 */
enum EiaInternationalCsv implements Format {
    CAPACITY("capacity", "Million Kw", "capacity_gw", "year_end_installed"),
    GENERATION("generation", "Billion Kwh", "generation_twh", "net");

    private static final String FIRST_LINES = "Source: U.S. Energy Information Administration";

    /** Cells before the first year: blank, the name, the unit. */
    private static final int LABELS = 3;

    /** The technology of each measure; empty where it is the sum of others. */
    private static final Map<String, String> TECHNOLOGIES = Map.ofEntries(
            entry("Capacity", "total"),
            entry("Generation", "total"),
            entry("Nuclear", "nuclear"),
            entry("Renewables", ""),
            entry("Hydroelectricity", "hydro"),
            entry("Non-Hydroelectric Renewables", ""),
            entry("Geothermal", "geothermal"),
            entry("Solar, Tide, Wave, Fuel Cell", ""),
            entry("Tide and Wave", "marine"),
            entry("Solar", "solar"),
            entry("Wind", "wind"),
            entry("Biomass and Waste", "bioenergy"),
            entry("Fossil Fuels", "fossil"),
            entry("Hydroelectric Pumped Storage", "pumped_storage"));

    private final String table;
    private final String unit;
    private final String column;
    private final String basis;

    EiaInternationalCsv(String table, String unit, String column, String basis) {
        this.table = table;
        this.unit = unit;
        this.column = column;
        this.basis = basis;
    }

    @Override
    public String formatName() {
        return "eia-international-csv-" + table;
    }

    @Override
    public TableName table() {
        return TableName.core(table);
    }

    @Override
    public boolean recognises(Head head) {
        return head.start().contains(FIRST_LINES) && head.start().contains('"' + unit + '"');
    }

    @Override
    public void read(Source source, Origin origin, RecordSink sink) {
        RowCorrections.refuse(formatName(), origin, sink);
        Records records = new Records(RecordLayout.of(table()), origin, "EIA International Energy Statistics", sink);
        Blocks blocks = new Blocks(records);
        Lines.End end = new CsvText(source, origin.encoding().orElse(StandardCharsets.UTF_8), ',')
                .forEach(line -> blocks.take(line, List.copyOf(line.fields())));
        blocks.finish(end);
    }

    /** The rows of one file in its order. */
    private final class Blocks {

        private final Records records;
        private final List<String> years = new ArrayList<>();
        private String measure = "";
        private Lines.Line last;

        Blocks(Records records) {
            this.records = records;
        }

        void take(Lines.Line line, List<String> fields) {
            last = line;
            if (years.isEmpty()) {
                seekYears(fields);
            } else if (fields.size() == LABELS) {
                measure = fields.get(2).isBlank() ? "" : fields.get(1).strip();
            } else if (fields.size() != LABELS + years.size()) {
                String reason = "has " + fields.size() + " fields, and the years ask for " + (LABELS + years.size());
                records.quarantine(line.number(), raw(fields), new Violation("field_count", "", reason));
            } else {
                for (int i = 0; i < years.size(); i++) {
                    give(line.number(), fields, i);
                }
            }
        }

        private void seekYears(List<String> fields) {
            boolean found = fields.size() > LABELS
                    && fields.subList(0, LABELS).stream().allMatch(String::isBlank)
                    && fields.subList(LABELS, fields.size()).stream().allMatch(year -> year.matches("\\d{4}"));
            if (found) {
                years.addAll(fields.subList(LABELS, fields.size()));
            }
        }

        void finish(Lines.End end) {
            if (years.isEmpty()) {
                throw new DamagedFile(new Fault(
                        "header",
                        "the first lines",
                        "no row holds years behind three blank cells",
                        "the format " + formatName() + " finds the figures below their years",
                        "Fetch the file again, or choose another format with --format"));
            }
            int size = last.fields().size();
            boolean openNumber = !end.complete() && last.fields().get(size - 1).matches("-?[\\d.]+");
            if (size != LABELS + years.size() || openNumber) {
                throw new DamagedFile(cut(size));
            }
        }

        private Fault cut(int size) {
            int expected = LABELS + years.size();
            return new Fault(
                    "truncated",
                    "line " + last.number() + ", the last record",
                    size == expected
                            ? "no line break follows its last number"
                            : "it has " + size + " of " + expected + " fields",
                    "the file was probably cut there, and what came after is lost",
                    "Fetch the file again");
        }

        private void give(long line, List<String> fields, int year) {
            String value = fields.get(LABELS + year);
            String technology = TECHNOLOGIES.get(measure);
            Optional<String> region = Regions.country(fields.get(1));
            if (!fields.get(2).equals(unit)) {
                records.setAside(line, "other_measure");
            } else if (technology == null) {
                String reason = "'" + measure + "' is no known measure";
                records.quarantine(line, cell(fields, year), new Violation("unknown_technology", "technology", reason));
            } else if (EiaFlags.rule(value).isPresent()) {
                records.setAside(line, EiaFlags.rule(value).get());
            } else if (technology.isEmpty() || Regions.isAggregate(fields.get(1))) {
                records.setAside(line, "aggregate");
            } else if (region.isEmpty()) {
                String reason = "'" + fields.get(1) + "' is no known region";
                records.quarantine(line, cell(fields, year), new Violation("unknown_region", "region", reason));
            } else {
                records.accept(
                        draft(line, fields, year).with("region", region.get()).with("technology", technology));
            }
        }

        private RecordDraft draft(long line, List<String> fields, int year) {
            RecordDraft draft = records.draft(line, cell(fields, year))
                    .with("year", years.get(year))
                    .with("basis", basis);
            return EiaFlags.figure(draft, column, fields.get(LABELS + year));
        }

        private RawText cell(List<String> fields, int year) {
            String name = measure;
            return () -> name + ", " + fields.get(1) + ", " + years.get(year) + ": " + fields.get(LABELS + year);
        }

        private static RawText raw(List<String> fields) {
            return () -> String.join(",", fields);
        }
    }
}
