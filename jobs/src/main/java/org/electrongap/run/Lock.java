package org.electrongap.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The right to write a warehouse: a file that is created only where there is none. Its holder changes it again and again; a
 * challenger takes over only after it has itself watched the file unchanged for {@link Patience#takeover}, or when the holder
 * was a process of this machine that is gone. Clocks of two machines are never compared.
 */
public final class Lock implements AutoCloseable {

    private static final String FILE = "lock.json";

    private final Store warehouse;
    private final ScheduledExecutorService heart;
    private volatile Holder holder;
    private volatile boolean lost;

    private Lock(Store warehouse, Holder holder, Patience patience) {
        this.warehouse = warehouse;
        this.holder = holder;
        this.heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "warehouse-lock");
            thread.setDaemon(true);
            return thread;
        });
        long beat = patience.heartbeat().toMillis();
        heart.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }

    /**
     * How long to wait for a warehouse.
     *
     * @param patience how long to try before giving up
     * @param heartbeat how often a holder shows that it lives
     * @param takeover how long a challenger must watch an unchanged lock before it takes over
     */
    public record Patience(Duration patience, Duration heartbeat, Duration takeover) {

        /** Twenty seconds between heartbeats, three minutes of silence before a takeover. */
        public static Patience waiting(Duration wait) {
            return new Patience(wait, Duration.ofSeconds(20), Duration.ofMinutes(3));
        }
    }

    /**
     * Takes the lock of a warehouse.
     *
     * @throws WarehouseBusyException when another run holds it and does not let go in time
     */
    public static Lock acquire(Store warehouse, String runId, String job, Patience patience, Ticker ticker) {
        Holder me = new Holder(runId, job, machine(), ProcessHandle.current().pid(), 0);
        Duration deadline = ticker.elapsed().plus(patience.patience());
        Optional<Holder> watched = Optional.empty();
        Duration watchedSince = ticker.elapsed();
        while (!warehouse.createIfAbsent(FILE, Json.text(me))) {
            Optional<Holder> other = current(warehouse);
            if (!other.equals(watched)) {
                watched = other;
                watchedSince = ticker.elapsed();
            }
            Duration silent = ticker.elapsed().minus(watchedSince);
            if (isTakeable(other, me, silent, patience)) {
                takeOver(warehouse, other);
                continue;
            }
            if (ticker.elapsed().compareTo(deadline) >= 0) {
                throw busy(warehouse, other);
            }
            ticker.pause(Duration.ofMillis(Math.min(1000, patience.heartbeat().toMillis())));
        }
        return new Lock(warehouse, me, patience);
    }

    /**
     * Makes sure that the lock is still ours; called before every commit.
     *
     * @throws WarehouseBusyException when another run took it over
     */
    public synchronized void confirm() {
        Optional<Holder> now = current(warehouse);
        if (lost || now.isEmpty() || !now.get().runId().equals(holder.runId())) {
            lost = true;
            throw new WarehouseBusyException("run " + holder.runId() + " lost the lock of " + warehouse.uri()
                    + now.map(other -> " to run " + other.runId()).orElse("")
                    + ": it stops before its next commit; what it had committed is complete. Run the job again.");
        }
    }

    /** Who holds a warehouse now, if anybody. */
    public static Optional<Holder> holder(Store warehouse) {
        return current(warehouse);
    }

    /** Gives the lock back, if it is still ours. */
    @Override
    public synchronized void close() {
        heart.shutdownNow();
        if (!lost
                && current(warehouse)
                        .filter(now -> now.runId().equals(holder.runId()))
                        .isPresent()) {
            warehouse.delete(FILE);
        }
        lost = true;
    }

    private void beat() {
        try {
            showLife();
        } catch (UncheckedIOException e) {
            // A full disk or a store that is away for a moment. An executor would never beat again after an exception;
            // the next
            // beat may succeed, and a commit asks for the lock itself.
        }
    }

    private synchronized void showLife() {
        if (lost) {
            return;
        }
        if (current(warehouse).filter(now -> now.runId().equals(holder.runId())).isEmpty()) {
            lost = true;
            return;
        }
        holder = holder.next();
        warehouse.replace(FILE, Json.text(holder));
    }

    /** A lock without a holder is that of a run which died while it wrote it. */
    private static boolean isTakeable(Optional<Holder> other, Holder me, Duration silent, Patience patience) {
        return other.filter(holder -> holder.isKnownDead(me.machine())).isPresent()
                || silent.compareTo(patience.takeover()) >= 0;
    }

    private static void takeOver(Store warehouse, Optional<Holder> silent) {
        // Two challengers may come here at once: only the one whose create succeeds afterwards holds the lock.
        if (current(warehouse).equals(silent)) {
            warehouse.delete(FILE);
        }
    }

    private static Optional<Holder> current(Store warehouse) {
        return warehouse
                .text(FILE)
                .filter(text -> !text.isBlank())
                .map(text -> Json.value(text, Holder.class, warehouse.uri(FILE)));
    }

    private static WarehouseBusyException busy(Store warehouse, Optional<Holder> other) {
        return new WarehouseBusyException(warehouse.uri() + " is held by "
                + other.map(holder -> "run " + holder.runId() + " (" + holder.job() + ", process " + holder.pid() + ")")
                        .orElse("another run, whose lock.json is empty: it died as it began")
                + ". Wait until it ends, or let this one wait with --wait, for example --wait 30m.");
    }

    /** Boot identity and process namespace: equal only where a process number means the same process. */
    private static String machine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
