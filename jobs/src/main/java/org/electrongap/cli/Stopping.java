package org.electrongap.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.electrongap.run.StopRequest;

/**
 * Ends a run early when the process gets a signal or the run's time is over. The commit under way is finished or abandoned,
 * none is begun, the lock is given back.
 */
final class Stopping implements AutoCloseable {

    /** Kubernetes kills 30 seconds after its signal, systemd after 90. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration STEP = Duration.ofMillis(300);

    /** Spark stops its session at priority 40 and Hadoop its file systems at 10; the run must have ended before. */
    private static final int BEFORE_SPARK = 100;

    private final StopRequest request;
    private final Runnable cancel;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable hook = () -> end("it got a signal");
    private volatile boolean signalled;

    /**
     * Watches over a run.
     *
     * @param request how the run is asked to end
     * @param cancel cancels what is being computed; called again and again until the run has ended
     */
    Stopping(StopRequest request, Runnable cancel) {
        this.request = request;
        this.cancel = cancel;
        ShutdownHookManager.get().addShutdownHook(hook, BEFORE_SPARK, GRACE.toSeconds() + 5, TimeUnit.SECONDS);
    }

    /** Ends the run after that time; a run that does not heed it is cut off, and its lock is taken over by the next. */
    Stopping after(Duration time) {
        Thread timer = new Thread(() -> timeOut(time), "run-timeout");
        timer.setDaemon(true);
        timer.start();
        return this;
    }

    /** Whether it was a signal that ended the run. */
    boolean isSignalled() {
        return signalled;
    }

    @Override
    public void close() {
        ended.countDown();
        if (!ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(hook);
        }
    }

    private void timeOut(Duration time) {
        if (!isEndedWithin(time) && !end("its time of " + time.toSeconds() + " s is over (--timeout)")) {
            Runtime.getRuntime().halt(ExitStatus.FAULT.code());
        }
    }

    private boolean end(String reason) {
        signalled |= ShutdownHookManager.get().isShutdownInProgress();
        request.make(reason);
        for (Duration waited = Duration.ZERO; waited.compareTo(GRACE) < 0; waited = waited.plus(STEP)) {
            cancel.run();
            if (isEndedWithin(STEP)) {
                return true;
            }
        }
        request.abandon();
        return false;
    }

    private boolean isEndedWithin(Duration time) {
        try {
            return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
