package org.electrongap.share.simulation;

/**
 * How a simulation is run.
 *
 * @param seed the same seed gives the same numbers
 * @param paths how many paths
 * @param years the years
 */
public record SimulationSettings(long seed, int paths, TargetYears years) {

    /** Paths that are drawn together; the numbers of a path depend on it, so it is a constant. */
    static final int BLOCK = 4096;

    public SimulationSettings {
        if (paths < 100) {
            throw new IllegalArgumentException(paths + " paths give no quantiles; ask for at least 100");
        }
    }

    int blocks() {
        return (paths + BLOCK - 1) / BLOCK;
    }
}
