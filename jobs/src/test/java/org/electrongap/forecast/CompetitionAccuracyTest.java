package org.electrongap.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.electrongap.statistics.CompensatedSum;
import org.electrongap.statistics.ForecastModel;
import org.electrongap.statistics.Interval;
import org.electrongap.statistics.PointForecast;
import org.electrongap.statistics.Scores;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Accuracy on the yearly series of the M3 competition (S. Makridakis, M. Hibon, 2000) and of the tourism competition (G.
 * Athanasopoulos et al., 2011); skipped where the folder with the data is absent.
 */
class CompetitionAccuracyTest {

    private record Split(double[] past, double[] future) {}

    private record Accuracy(double owa, double msis, double coverage) {}

    @Test
    void defaultModelReachesTheMarksOnM3Yearly() throws IOException {
        Accuracy accuracy = accuracy(m3(), 6);

        assertThat(accuracy.owa()).as("OWA").isLessThanOrEqualTo(0.852);
        assertThat(accuracy.msis()).as("MSIS at 95 %%").isLessThanOrEqualTo(24.6);
        assertThat(accuracy.coverage()).as("coverage").isBetween(0.93, 0.97);
    }

    @Test
    void c3HasItsPublishedAccuracyOnM3Yearly() throws IOException {
        double[] scores = scores(m3(), ForecastModel.C3);

        assertThat(Math.round(scores[0] * 100)).as("sMAPE 15.92").isEqualTo(1592);
        assertThat(Math.round(scores[1] * 1000)).as("MASE 2.613").isEqualTo(2613);
    }

    @Test
    void defaultModelIsNoWorseThanC3OnTourismYearly() throws IOException {
        List<Split> tourism = tourism(4);

        assertThat(owa(tourism, ForecastModel.C4)).as("OWA").isLessThanOrEqualTo(owa(tourism, ForecastModel.C3));
        assertThat(accuracy(tourism, 4).coverage()).as("coverage").isBetween(0.93, 0.99);
    }

    private static Accuracy accuracy(List<Split> data, int horizon) {
        Map<PooledBounds.Key, List<double[]>> errors = new HashMap<>();
        PooledBounds.Key key = new PooledBounds.Key("yearly", ForecastModel.C4, Calibration.END);
        errors.put(key, errors(data, horizon));
        PooledBounds bounds = new PooledBounds(errors, List.of(0.95));
        List<Double> intervalScores = new ArrayList<>();
        int hits = 0;
        for (Split split : data) {
            double scale = Scores.meanAbsoluteStep(split.past, 1).value().orElse(0.0);
            for (int step = 1; step <= horizon && scale > 0; step++) {
                double point = forecast(split, ForecastModel.C4)[step - 1];
                Interval interval = bounds.interval(key, step, 0.95, point, scale)
                        .orElseThrow()
                        .atLeast(0);
                intervalScores.add(Scores.scaledIntervalScore(split.future[step - 1], interval, scale));
                hits += interval.contains(split.future[step - 1]) ? 1 : 0;
            }
        }
        double msis = CompensatedSum.mean(
                intervalScores.stream().mapToDouble(score -> score).toArray());
        return new Accuracy(owa(data, ForecastModel.C4), msis, hits / (double) intervalScores.size());
    }

    private static List<double[]> errors(List<Split> data, int horizon) {
        List<double[]> errors = new ArrayList<>();
        for (int step = 1; step <= horizon; step++) {
            List<Double> pool = new ArrayList<>();
            for (Split split : data) {
                new RollingForecasts(split.past, 1, List.of(ForecastModel.C4), horizon)
                        .errors(ForecastModel.C4, split.past.length, step, CutOffs.THREE, pool::add);
            }
            errors.add(pool.stream().mapToDouble(error -> error).toArray());
        }
        return errors;
    }

    private static double owa(List<Split> data, PointForecast model) {
        double[] scores = scores(data, model);
        double[] naive = scores(data, ForecastModel.NAIVE);
        return Scores.owa(scores[0], scores[1], naive[0], naive[1]);
    }

    private static double[] scores(List<Split> data, PointForecast model) {
        List<double[]> scores = new ArrayList<>();
        for (Split split : data) {
            Scores.meanAbsoluteStep(split.past, 1).value().ifPresent(scale -> {
                double[] forecast = forecast(split, model);
                scores.add(
                        new double[] {Scores.smape(split.future, forecast), Scores.mase(split.future, forecast, scale)
                        });
            });
        }
        return new double[] {
            scores.stream().mapToDouble(score -> score[0]).average().orElseThrow(),
            scores.stream().mapToDouble(score -> score[1]).average().orElseThrow()
        };
    }

    private static double[] forecast(Split split, PointForecast model) {
        return Arrays.stream(model.of(split.past, split.future.length))
                .map(value -> Math.max(0, value))
                .toArray();
    }

    private static List<Split> m3() throws IOException {
        List<Split> splits = new ArrayList<>();
        for (String[] cells : table("m3/M3Year.csv")) {
            if (!cells[0].equals("Series")) {
                int n = (int) Double.parseDouble(cells[1]);
                splits.add(split(Arrays.stream(cells, 6, 6 + n), n, 6));
            }
        }
        return splits;
    }

    private static List<Split> tourism(int horizon) throws IOException {
        List<String[]> rows = table("tourism/yearly_in.csv");
        List<Split> splits = new ArrayList<>();
        for (int j = 0; j < rows.get(0).length; j++) {
            int column = j;
            int n = (int) Double.parseDouble(rows.get(1)[column]);
            if (n - horizon >= RollingForecasts.MINIMUM_POINTS) {
                splits.add(split(rows.stream().skip(3).limit(n).map(row -> row[column]), n, horizon));
            }
        }
        return splits;
    }

    private static Split split(java.util.stream.Stream<String> cells, int n, int horizon) {
        double[] values = cells.mapToDouble(Double::parseDouble).toArray();
        return new Split(Arrays.copyOf(values, n - horizon), Arrays.copyOfRange(values, n - horizon, n));
    }

    private static List<String[]> table(String file) throws IOException {
        Path shared = Path.of(System.getProperty("electrongap.shared", "../../shared/data"));
        Assumptions.assumeTrue(
                Files.isDirectory(shared),
                "no folder " + shared.toAbsolutePath().normalize()
                        + ": accuracy is not checked; set -Delectrongap.shared");
        return Files.readAllLines(shared.resolve(file)).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }
}
