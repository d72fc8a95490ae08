package org.electrongap.load.format;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
 * EIA's International Energy Statistics as a JSON array of series, in million kW (GW) and billion kWh (TWh). A value is a
 * number or a flag; {@code se|3.2} is a flag before a number, which then counts as provisional. Total and partial sums
 * stand among the leaves; in the capacity file only the sum of fossil fuels is given.
 */
enum EiaInternationalJson implements Format {
    CAPACITY("capacity", 7, "MK", "capacity_gw", "year_end_installed"),
    GENERATION("generation", 12, "BKWH", "generation_twh", "net");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<Integer, String> LEAVES = Map.ofEntries(
            Map.entry(2, "total"),
            Map.entry(27, "nuclear"),
            Map.entry(30, "coal"),
            Map.entry(31, "gas"),
            Map.entry(32, "oil"),
            Map.entry(2890, "fossil_other"),
            Map.entry(33, "hydro"),
            Map.entry(35, "geothermal"),
            Map.entry(37, "wind"),
            Map.entry(38, "bioenergy"),
            Map.entry(82, "pumped_storage"),
            Map.entry(116, "solar"),
            Map.entry(117, "marine"));

    /** Fossil fuels, renewables, non-hydroelectric renewables; solar with tide, wave and fuel cells. */
    private static final Set<Integer> SUMS = Set.of(28, 29, 34, 36);

    /**
     * Areas of EIA's own that are no country today: states that no longer exist, the Netherlands Antilles, and islands that
     * ISO 3166 counts to the United States.
     */
    private static final Set<String> NO_COUNTRIES =
            Set.of("CSK", "DDR", "DEUW", "HITZ", "NLDA", "SCG", "SUN", "USIQ", "WAK", "YUG");

    private final String table;
    private final int activity;
    private final String unit;
    private final String column;
    private final String basis;

    EiaInternationalJson(String table, int activity, String unit, String column, String basis) {
        this.table = table;
        this.activity = activity;
        this.unit = unit;
        this.column = column;
        this.basis = basis;
    }

    @Override
    public String formatName() {
        return "eia-international-json-" + table;
    }

    @Override
    public TableName table() {
        return TableName.core(table);
    }

    @Override
    public boolean recognises(Head head) {
        return Pattern.compile("\"INTL\\.\\d+-" + activity + "-[A-Z]+-" + unit + "\\.A\"")
                .matcher(head.start())
                .find();
    }

    @Override
    public void read(Source source, Origin origin, RecordSink sink) {
        RowCorrections.refuse(formatName(), origin, sink);
        Records records = new Records(RecordLayout.of(table()), origin, "EIA International Energy Statistics", sink);
        long line = 1;
        try (InputStream in = Text.unpacked(source);
                JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new DamagedFile(notSeries("it does not begin with an array"));
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                line = parser.currentTokenLocation().getLineNr();
                give(JSON.readTree(parser), line, records);
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw new DamagedFile(notSeries("the array of series is not closed"));
            }
            if (parser.nextToken() != null) {
                throw new DamagedFile(notSeries("something follows the array of series"));
            }
        } catch (JsonEOFException e) {
            throw Text.damaged(new EOFException(e.getOriginalMessage()), source, StandardCharsets.UTF_8, line);
        } catch (JsonParseException e) {
            throw new DamagedFile(notSeries("line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw Text.damaged(e, source, StandardCharsets.UTF_8, line);
        }
    }

    private Fault notSeries(String what) {
        return new Fault(
                "truncated",
                "the JSON text",
                what,
                "the format " + formatName() + " is an array of series, each with its data",
                "Fetch the file again, or choose another format with --format");
    }

    private void give(JsonNode series, long line, Records records) {
        int product = series.path("productid").asInt();
        Optional<String> technology = technology(product);
        if (!series.path("data").isArray()) {
            throw new DamagedFile(notSeries("line " + line + ": a series has no array 'data'"));
        }
        for (JsonNode point : series.path("data")) {
            RawText raw = () -> series.path("series_id").asText() + " " + point;
            String value = point.path("value").asText("");
            Optional<String> flag = EiaFlags.rule(value);
            if (flag.isPresent()) {
                records.setAside(line, flag.get());
            } else if (technology.isPresent()) {
                give(series, point, technology.get(), line, raw, records);
            } else if (SUMS.contains(product)) {
                records.setAside(line, "aggregate");
            } else {
                String reason = "'" + series.path("productid").asText() + "' is no known product";
                records.quarantine(line, raw, new Violation("unknown_technology", "technology", reason));
            }
        }
    }

    private void give(JsonNode series, JsonNode point, String technology, long line, RawText raw, Records records) {
        String area = series.path("iso").asText();
        Optional<String> region = Regions.countryOfCode(area);
        boolean expected = series.path("activityid").asInt() == activity
                && series.path("unit").asText().equals(unit)
                && series.path("frequency").asText().equals("A");
        if (!expected) {
            records.setAside(line, "other_measure");
        } else if (NO_COUNTRIES.contains(area)) {
            records.setAside(line, "outside_the_data_set");
        } else if (region.isEmpty()) {
            String reason = "'" + area + "' is no known region";
            records.quarantine(line, raw, new Violation("unknown_region", "region", reason));
        } else if (!point.path("date").isIntegralNumber()) {
            String reason = "'" + point.path("date").asText() + "' is no time in milliseconds";
            records.quarantine(line, raw, new Violation("not_a_time", "year", reason));
        } else {
            records.accept(draft(point, records.draft(line, raw))
                    .with("region", region.get())
                    .with("technology", technology)
                    .with("basis", basis));
        }
    }

    private RecordDraft draft(JsonNode point, RecordDraft draft) {
        int year = Instant.ofEpochMilli(point.path("date").asLong())
                .atZone(ZoneOffset.UTC)
                .getYear();
        return EiaFlags.figure(
                draft.with("year", Integer.toString(year)),
                column,
                point.path("value").asText());
    }

    /** The technology of a product; empty where it is a sum, or unknown. */
    private Optional<String> technology(int product) {
        return product == 28 && this == CAPACITY ? Optional.of("fossil") : Optional.ofNullable(LEAVES.get(product));
    }
}
