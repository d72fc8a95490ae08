package org.electrongap.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A small public data set of the test resources: a comment with its citation, a header, then rows with the response first.
 *
 * @param y the response
 * @param x the other columns, by row
 */
record ReferenceData(double[] y, double[][] x) {

    static ReferenceData of(String resource) {
        try (InputStream in = ReferenceData.class.getResourceAsStream("/" + resource)) {
            List<double[]> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            return new ReferenceData(
                    rows.stream().mapToDouble(row -> row[0]).toArray(),
                    rows.stream()
                            .map(row -> Arrays.copyOfRange(row, 1, row.length))
                            .toArray(double[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first column after the response. */
    double[] x1() {
        return Arrays.stream(x).mapToDouble(row -> row[0]).toArray();
    }
}
