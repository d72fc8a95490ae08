package org.electrongap.job;

import java.util.function.UnaryOperator;
import org.electrongap.run.Ledger;
import org.electrongap.run.Lock;
import org.electrongap.run.StopRequest;
import org.electrongap.run.Store;

/** The ledger of the warehouse that this run writes: read once, written through after each change. */
final class LedgerBook {

    private final Store warehouse;
    private final Lock lock;
    private final StopRequest stop;
    private Ledger ledger;

    LedgerBook(Store warehouse, Lock lock, StopRequest stop) {
        this.warehouse = warehouse;
        this.lock = lock;
        this.stop = stop;
        this.ledger = Ledger.read(warehouse);
    }

    synchronized Ledger current() {
        return ledger;
    }

    /**
     * Writes a change; refused when another run took the warehouse over. A run that has been asked to stop still writes it:
     * what it names is committed already.
     */
    synchronized void change(UnaryOperator<Ledger> change) {
        Ledger next = change.apply(ledger);
        lock.confirm();
        next.write(warehouse);
        ledger = next;
    }

    /** Makes sure that this run may still commit, or begin a step. */
    void confirm() {
        stop.check();
        lock.confirm();
    }
}
