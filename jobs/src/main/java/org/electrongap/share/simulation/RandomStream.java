package org.electrongap.share.simulation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers of one variable in one block of paths. The same seed, name and block give the same numbers to the last bit,
 * on any machine: the transforms use {@link StrictMath} only.
 */
final class RandomStream {

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator generator;
    private double spare;
    private boolean hasSpare;

    RandomStream(long seed, String variable, int block) {
        generator = FACTORY.create(mixed(mixed(seed ^ hash(variable)) + block));
    }

    /** Uniform in 0 (included) to 1 (excluded). */
    double uniform() {
        return generator.nextDouble();
    }

    /** Standard normal, by the polar method (Marsaglia and Bray 1964). */
    double normal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * generator.nextDouble() - 1;
            v = 2 * generator.nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * scale;
        hasSpare = true;
        return u * scale;
    }

    /** Gamma with that shape and scale 1 (Marsaglia and Tsang 2000). */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - generator.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            v = v * v * v;
            double u = 1 - generator.nextDouble();
            if (v > 0 && StrictMath.log(u) < .5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    /** Beta with those shapes. */
    double beta(double a, double b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }

    /** Student t with those degrees of freedom. */
    double studentT(double degreesOfFreedom) {
        return normal() / StrictMath.sqrt(2 * gamma(degreesOfFreedom / 2) / degreesOfFreedom);
    }

    /** 64-bit FNV-1a. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014), so that near keys give far seeds. */
    private static long mixed(long key) {
        long z = key + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
