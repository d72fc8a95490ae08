package org.electrongap.load.quality;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a fleet of a whole country can do, by technology: {@code load/physical-bounds.csv}.
 *
 * @param capacityFactorLow least plausible generation over what the fleet could generate in the year
 * @param capacityFactorHigh greatest plausible one
 * @param growthHigh greatest plausible capacity over that of the year before
 */
record Bounds(double capacityFactorLow, double capacityFactorHigh, double growthHigh) {

    private static final Map<String, Bounds> BY_TECHNOLOGY = read();

    static Optional<Bounds> of(String technology) {
        return Optional.ofNullable(BY_TECHNOLOGY.get(technology));
    }

    private static Map<String, Bounds> read() {
        Map<String, Bounds> bounds = new TreeMap<>();
        try (InputStream in = Bounds.class.getResourceAsStream("/load/physical-bounds.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> bounds.put(
                    row.getField("technology"),
                    new Bounds(
                            Double.parseDouble(row.getField("capacity_factor_low")),
                            Double.parseDouble(row.getField("capacity_factor_high")),
                            Double.parseDouble(row.getField("growth_high")))));
            return bounds;
        } catch (IOException e) {
            throw new UncheckedIOException("load/physical-bounds.csv cannot be read", e);
        }
    }
}
