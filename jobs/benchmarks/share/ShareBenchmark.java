import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.BayesTrend;
import org.electrongap.share.simulation.BottomUp;
import org.electrongap.share.simulation.DampedGrowth;
import org.electrongap.share.simulation.DistributionKind;
import org.electrongap.share.simulation.LinearPool;
import org.electrongap.share.simulation.LoadModel;
import org.electrongap.share.simulation.OtherLoad;
import org.electrongap.share.simulation.PublishedMixture;
import org.electrongap.share.simulation.PublishedValue;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.ShareDistribution;
import org.electrongap.share.simulation.ShareSimulation;
import org.electrongap.share.simulation.SimulatedLoad;
import org.electrongap.share.simulation.SimulationSettings;
import org.electrongap.share.simulation.SupplyCeiling;
import org.electrongap.share.simulation.TargetYears;
import org.electrongap.share.simulation.TrendOfLoad;
import org.electrongap.share.simulation.VintageFloor;
import org.electrongap.share.simulation.YearlyFraction;

/**
 * Times the simulation of the share, 2025 to 2035, on the bundled assumptions; README.md beside this file says how to run it.
 *
 * <p>{@code ShareBenchmark ASSUMPTIONS.csv PATHS THREADS...} runs it once for each number of threads and prints a digest of a
 * thousand quantiles of every component and year: equal digests mean equal bits.
 */
public final class ShareBenchmark {

    private static final TargetYears YEARS = new TargetYears(2025, 2035);
    private static final long SEED = 20260101L;

    private ShareBenchmark() {}

    public static void main(String[] args) throws Exception {
        LoadModel model = model(assumptions(Path.of(args[0])));
        int paths = Integer.parseInt(args[1]);
        ShareSimulation.run(model, new SimulationSettings(SEED, 20_000, YEARS)); // loads the classes
        for (int i = 2; i < args.length; i++) {
            int threads = Integer.parseInt(args[i]);
            ForkJoinPool pool = new ForkJoinPool(threads);
            long start = System.nanoTime();
            SimulatedLoad load = pool.submit(() -> ShareSimulation.run(model, new SimulationSettings(SEED, paths, YEARS)))
                    .get();
            double drawn = (System.nanoTime() - start) / 1e9;
            ShareDistribution headline =
                    load.distribution(ShareComponent.POOL_WIDENED, 2030).orElseThrow();
            double chance = headline.probabilityOfAtLeast(.08);
            System.out.printf(
                    "%,d paths, %d threads: %.1f s; median 2030 %.4f %% (Monte Carlo error %.4f), P(>= 8 %%) %.4f (%.4f);"
                            + " digest %016x%n",
                    paths,
                    threads,
                    drawn,
                    100 * headline.share(.5),
                    100 * headline.shareStandardError(.5),
                    chance,
                    headline.standardErrorOf(chance),
                    digest(load));
            pool.shutdown();
        }
    }

    /** 64-bit FNV-1a over the bits of the quantiles. */
    private static long digest(SimulatedLoad load) {
        long digest = 0xcbf29ce484222325L;
        for (ShareComponent component : new TreeMap<>(Map.of(
                        ShareComponent.BAYES, 0,
                        ShareComponent.DAMPED_GROWTH, 0,
                        ShareComponent.BOTTOM_UP, 0,
                        ShareComponent.PUBLISHED, 0,
                        ShareComponent.SUPPLY_CEILING, 0,
                        ShareComponent.POOL, 0,
                        ShareComponent.POOL_WIDENED, 0,
                        ShareComponent.BOUNDS, 0))
                .keySet()) {
            for (int year : YEARS.toArray()) {
                Optional<ShareDistribution> shares = load.distribution(component, year);
                for (int k = 0; shares.isPresent() && k <= 1000; k++) {
                    digest = (digest ^ Double.doubleToRawLongBits(shares.get().share(k / 1000.0))) * 0x100000001b3L;
                    digest = (digest ^ Double.doubleToRawLongBits(shares.get().twh(k / 1000.0))) * 0x100000001b3L;
                }
            }
        }
        return digest;
    }

    /** The components of the worked table, with five published values for 2030. */
    private static LoadModel model(Assumptions a) {
        List<PublishedValue> published = new ArrayList<>();
        for (double twh : new double[] {426, 606, 368, 637, 320}) {
            published.add(new PublishedValue("publisher of " + twh, 2030, twh, a.require("published_log_error").value()));
        }
        return new LoadModel(
                new OtherLoad(a.require("other_load_level"), a.require("other_load_growth")),
                List.of(
                        new TrendOfLoad(
                                ShareComponent.BAYES,
                                BayesTrend.prior(a)
                                        .updated(new int[] {2018, 2023, 2024}, BayesTrend.logs(76, 176, 183)),
                                Optional.empty()),
                        DampedGrowth.of(a),
                        BottomUp.of(a),
                        PublishedMixture.of(published, 2, Optional.of(a.require("datacenter_load_base")))),
                Optional.of(SupplyCeiling.of(a)),
                LinearPool.of(a),
                new VintageFloor(a.require("vintage_log_error_5_years").value(), 2024),
                YearlyFraction.of("ai_only_fraction", a));
    }

    private static Assumptions assumptions(Path file) throws IOException {
        List<Assumption> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                if (row.getField("region").equals("USA")) {
                    rows.add(assumption(row));
                }
            }
        }
        return Assumptions.of(rows);
    }

    private static Assumption assumption(NamedCsvRecord row) {
        OptionalDouble year = number(row, "year");
        return new Assumption(
                row.getField("assumption"),
                year.isPresent() ? OptionalInt.of((int) year.getAsDouble()) : OptionalInt.empty(),
                number(row, "value").orElseThrow(),
                number(row, "low"),
                number(row, "high"),
                DistributionKind.named(row.getField("distribution")).orElseThrow(),
                number(row, "spread"),
                number(row, "spread_2"),
                row.getField("unit"),
                row.getField("source"));
    }

    private static OptionalDouble number(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }
}
