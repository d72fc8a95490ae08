package org.electrongap.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.electrongap.run.Causes;
import org.electrongap.run.RunStoppedException;
import org.electrongap.run.WarehouseBusyException;
import org.electrongap.table.TableName;

/** The tables whose upkeep failed, told together: whoever mends one must not find the next a night later. */
final class UpkeepFailures {

    private final List<Failure> failures = new ArrayList<>();

    private record Failure(TableName table, Throwable reason) {
        /** Whether it is the run that ended, and no fault of the table. */
        boolean endsTheRun() {
            return reason instanceof WarehouseBusyException || reason instanceof RunStoppedException;
        }

        String text() {
            return table.path() + ": " + Causes.message(reason);
        }
    }

    /** What became of a table; nothing where it failed, which is kept. */
    Optional<String> lineOf(TableName table, Future<String> upkeep) throws InterruptedException {
        try {
            return Optional.of(upkeep.get());
        } catch (ExecutionException e) {
            failures.add(new Failure(table, e.getCause()));
            return Optional.empty();
        }
    }

    /**
     * Ends the run if one failed.
     *
     * @throws WarehouseBusyException when the run lost its lock, whatever else failed
     * @throws RunStoppedException when the run was asked to stop, whatever else failed
     * @throws IllegalStateException which names every table that failed, and why
     */
    void end() {
        if (failures.isEmpty()) {
            return;
        }
        RuntimeException end = failures.stream()
                .filter(Failure::endsTheRun)
                .findFirst()
                .map(failure -> (RuntimeException) failure.reason())
                .orElseGet(this::ofTables);
        failures.stream()
                .map(Failure::reason)
                .filter(reason -> reason != end && reason != end.getCause())
                .forEach(end::addSuppressed);
        throw end;
    }

    private IllegalStateException ofTables() {
        String tables = failures.stream().map(Failure::text).collect(Collectors.joining("; "));
        return new IllegalStateException(
                (failures.size() == 1 ? "a table" : failures.size() + " tables") + " could not be maintained: "
                        + tables,
                failures.get(0).reason());
    }
}
