package org.electrongap.run;

/**
 * Who holds a warehouse: the content of its lock file.
 *
 * @param runId the run
 * @param job its job
 * @param machine an identity of the machine and its process table; empty where the system has none
 * @param pid the process on that machine
 * @param beat grows while the holder lives; compared for change only, never with a clock
 */
public record Holder(String runId, String job, String machine, long pid, long beat) {

    Holder next() {
        return new Holder(runId, job, machine, pid, beat + 1);
    }

    /** Whether the holder ran on this very machine and its process is gone. */
    boolean isKnownDead(String thisMachine) {
        return !machine.isEmpty()
                && machine.equals(thisMachine)
                && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }
}
