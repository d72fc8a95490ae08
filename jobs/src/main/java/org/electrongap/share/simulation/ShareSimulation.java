package org.electrongap.share.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Draws the paths of a model, block by block, and pools them. */
public final class ShareSimulation {

    private final LoadModel model;
    private final SimulationSettings settings;
    private final Map<ShareComponent, double[][]> twh = new EnumMap<>(ShareComponent.class);
    private final Map<ShareComponent, double[][]> otherTwh = new EnumMap<>(ShareComponent.class);

    private ShareSimulation(LoadModel model, SimulationSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /**
     * The simulation, done. The same model and settings give the same numbers to the last bit, however many threads run.
     */
    public static SimulatedLoad run(LoadModel model, SimulationSettings settings) {
        ShareSimulation simulation = new ShareSimulation(model, settings);
        simulation.allocate();
        IntStream.range(0, settings.blocks()).parallel().forEach(simulation::simulateBlock);
        simulation.widen();
        model.aiFraction().ifPresent(simulation::separateAi);
        return new SimulatedLoad(settings.years(), simulation.twh, simulation.otherTwh);
    }

    private void allocate() {
        double[][] judged = matrix();
        for (LoadComponent component : model.components()) {
            twh.put(component.component(), coveredMatrix(component));
            otherTwh.put(component.component(), hasOwnOtherLoad(component) ? matrix() : judged);
        }
        model.ceiling().ifPresent(ceiling -> {
            twh.put(ShareComponent.SUPPLY_CEILING, coveredMatrix(ceiling));
            otherTwh.put(ShareComponent.SUPPLY_CEILING, judged);
        });
        twh.put(ShareComponent.POOL, pooledMatrix());
        otherTwh.put(ShareComponent.POOL, judged);
        otherTwh.put(ShareComponent.POOL_WIDENED, judged);
    }

    private void simulateBlock(int index) {
        int start = index * SimulationSettings.BLOCK;
        PathBlock block = block(index);
        double[][] judged = model.otherLoad().twh(block, settings.years());
        store(otherTwh.get(ShareComponent.POOL), judged, start);
        Map<ShareComponent, double[][]> drawn = new EnumMap<>(ShareComponent.class);
        for (LoadComponent component : model.components()) {
            double[][] paths = component.datacenterTwh(block, settings.years(), judged);
            drawn.put(component.component(), paths);
            store(twh.get(component.component()), paths, start);
            if (hasOwnOtherLoad(component)) {
                double[][] own = component.otherTwh(block, settings.years(), judged);
                store(otherTwh.get(component.component()), own, start);
            }
        }
        pool(block, drawn, judged, start);
    }

    private void pool(PathBlock block, Map<ShareComponent, double[][]> drawn, double[][] judged, int start) {
        double[][] ceiling = model.ceiling()
                .map(limit -> limit.datacenterTwh(block, settings.years(), judged))
                .orElseGet(() -> new double[settings.years().count()][0]);
        model.ceiling().ifPresent(limit -> store(twh.get(ShareComponent.SUPPLY_CEILING), ceiling, start));
        double[][] pooled = new double[settings.years().count()][];
        for (int t = 0; t < pooled.length; t++) {
            Map<ShareComponent, double[]> ofYear = new EnumMap<>(ShareComponent.class);
            for (Map.Entry<ShareComponent, double[][]> entry : drawn.entrySet()) {
                ofYear.put(entry.getKey(), entry.getValue()[t]);
            }
            pooled[t] = model.pool().pooled(block, ofYear, ceiling[t]);
        }
        store(twh.get(ShareComponent.POOL), pooled, start);
    }

    private void widen() {
        double[][] pooled = twh.get(ShareComponent.POOL);
        double[][] widened = new double[pooled.length][];
        for (int t = 0; t < pooled.length; t++) {
            int year = settings.years().first() + t;
            widened[t] = pooled[t].length == 0 ? pooled[t] : model.floor().widened(pooled[t], year);
        }
        twh.put(ShareComponent.POOL_WIDENED, widened);
    }

    /** The AI part of the widened pool; what stands beside it in the denominator is all else, other data centres too. */
    private void separateAi(YearlyFraction fraction) {
        double[][] whole = twh.get(ShareComponent.POOL_WIDENED);
        double[][] judged = otherTwh.get(ShareComponent.POOL);
        double[][] part = matrix();
        double[][] rest = matrix();
        for (int t = 0; t < part.length; t++) {
            int year = settings.years().first() + t;
            boolean covered = fraction.covers(year) && whole[t].length > 0;
            part[t] = covered ? part[t] : new double[0];
            for (int index = 0; covered && index < settings.blocks(); index++) {
                double[] draws = fraction.draw(block(index), year);
                int start = index * SimulationSettings.BLOCK;
                for (int i = 0; i < draws.length; i++) {
                    part[t][start + i] = draws[i] * whole[t][start + i];
                    rest[t][start + i] = judged[t][start + i] + (1 - draws[i]) * whole[t][start + i];
                }
            }
        }
        twh.put(ShareComponent.BOUNDS, part);
        otherTwh.put(ShareComponent.BOUNDS, rest);
    }

    private PathBlock block(int index) {
        int start = index * SimulationSettings.BLOCK;
        return new PathBlock(settings.seed(), index, Math.min(SimulationSettings.BLOCK, settings.paths() - start));
    }

    private double[][] pooledMatrix() {
        double[][] matrix = matrix();
        int[] years = settings.years().toArray();
        for (int t = 0; t < years.length; t++) {
            int year = years[t];
            boolean covered = model.components().stream()
                    .anyMatch(component -> component.covers(year)
                            && model.pool().weights().getOrDefault(component.component(), 0.0) > 0);
            matrix[t] = covered ? matrix[t] : new double[0];
        }
        return matrix;
    }

    private double[][] coveredMatrix(LoadComponent component) {
        double[][] matrix = matrix();
        for (int t = 0; t < matrix.length; t++) {
            matrix[t] = component.covers(settings.years().first() + t) ? matrix[t] : new double[0];
        }
        return matrix;
    }

    private double[][] matrix() {
        return new double[settings.years().count()][settings.paths()];
    }

    private static boolean hasOwnOtherLoad(LoadComponent component) {
        return component instanceof TrendOfLoad trend && trend.logOtherTwh().isPresent();
    }

    private static void store(double[][] all, double[][] block, int start) {
        for (int t = 0; t < all.length; t++) {
            System.arraycopy(block[t], 0, all[t], all[t].length == 0 ? 0 : start, block[t].length);
        }
    }
}
