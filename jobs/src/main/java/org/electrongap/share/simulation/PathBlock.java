package org.electrongap.share.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A block of paths of the simulation: the draws of every variable, one number a path. A variable that is asked for twice is
 * drawn once, so components that share an input (the base-year load, say) share it path by path.
 */
public final class PathBlock {

    private static final String COMMON_COMPLETION_RISK = "common completion risk";

    private final long seed;
    private final int index;
    private final int size;
    private final Map<String, double[]> drawn = new HashMap<>();

    PathBlock(long seed, int index, int size) {
        this.seed = seed;
        this.index = index;
        this.size = size;
    }

    /** How many paths the block has. */
    int size() {
        return size;
    }

    double[] uniforms(String variable) {
        return drawn("uniform " + variable, RandomStream::uniform);
    }

    double[] normals(String variable) {
        return drawn("normal " + variable, RandomStream::normal);
    }

    /** Gamma draws with that shape and scale 1. */
    double[] gammas(String variable, double shape) {
        return drawn("gamma " + variable, stream -> stream.gamma(shape));
    }

    /** Student t draws with those degrees of freedom. */
    double[] studentT(String variable, double degreesOfFreedom) {
        return drawn("t " + variable, stream -> stream.studentT(degreesOfFreedom));
    }

    /** The values of an assumption, one a path; of a kind that is a scale (Student t, inverse gamma, floor) its value. */
    double[] draw(Assumption assumption) {
        String cached = "value " + assumption.key();
        double[] values = drawn.get(cached);
        if (values == null) {
            values = values(assumption);
            drawn.put(cached, values);
        }
        return values;
    }

    private double[] values(Assumption a) {
        double value = a.value();
        double spread = a.spreadOrZero();
        return switch (a.kind()) {
            case FIXED, STUDENT_T, INVERSE_GAMMA, LOG_SD_FLOOR -> mapped(zeros(), z -> value);
            case NORMAL -> mapped(normals(a.key()), z -> value + spread * z);
            case NORMAL_RELATIVE -> mapped(normals(a.key()), z -> value * (1 + spread * z));
            case NORMAL_CLIPPED -> mapped(normals(a.key()), z -> a.clipped(value + spread * z));
            case LOGNORMAL -> mapped(normals(a.key()), z -> value * StrictMath.exp(spread * z));
            case LOGIT_COMMON_SHOCK ->
                mapped(normals(COMMON_COMPLETION_RISK), z -> Logit.inverse(Logit.of(value) + spread * z));
            case BETA -> betas(a);
        };
    }

    private double[] betas(Assumption a) {
        double[] shapes = a.betaShapes();
        return drawn("beta " + a.key(), stream -> stream.beta(shapes[0], shapes[1]));
    }

    private double[] zeros() {
        return new double[size];
    }

    private static double[] mapped(double[] draws, DoubleUnaryOperator transform) {
        double[] values = new double[draws.length];
        for (int i = 0; i < draws.length; i++) {
            values[i] = transform.applyAsDouble(draws[i]);
        }
        return values;
    }

    private double[] drawn(String variable, ToDoubleFunction<RandomStream> draw) {
        return drawn.computeIfAbsent(variable, name -> {
            RandomStream stream = new RandomStream(seed, name, index);
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = draw.applyAsDouble(stream);
            }
            return values;
        });
    }
}
