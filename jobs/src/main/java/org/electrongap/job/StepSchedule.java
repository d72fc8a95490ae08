package org.electrongap.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Runs steps in the order of the chain, those side by side of which neither reads the other's tables. A step whose
 * predecessor failed does not start; the steps beside a failed one are finished, and their results stand.
 */
final class StepSchedule {

    /** While one step plans, compiles or commits on the driver, another computes: more than two gain nothing on two cores. */
    private static final int SIDE_BY_SIDE = 2;

    private final Chain chain;

    StepSchedule(Chain chain) {
        this.chain = chain;
    }

    /**
     * Does the work for each step.
     *
     * @param steps steps of the chain, in its order, each with all that it reads before it
     * @throws RuntimeException that of the first step, in the chain's order, whose work threw one
     */
    void forEach(List<Step> steps, Consumer<Step> work) {
        ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            Map<Step, CompletableFuture<Void>> running = new LinkedHashMap<>();
            for (Step step : steps) {
                CompletableFuture<?>[] before = chain.upstreamOf(step).stream()
                        .filter(running::containsKey)
                        .map(running::get)
                        .toArray(CompletableFuture[]::new);
                running.put(step, CompletableFuture.allOf(before).thenRunAsync(() -> work.accept(step), pool));
            }
            await(List.copyOf(running.values()));
        } finally {
            pool.shutdown();
        }
    }

    private static void await(List<CompletableFuture<Void>> steps) {
        CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new))
                .handle((done, failure) -> null)
                .join();
        for (CompletableFuture<Void> step : steps) {
            try {
                step.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }
    }
}
