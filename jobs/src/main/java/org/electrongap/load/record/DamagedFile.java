package org.electrongap.load.record;

/** Thrown by a reader that cannot go on; the fault says where and why. */
public final class DamagedFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public DamagedFile(Fault fault) {
        super(fault.text());
        this.fault = fault;
    }

    /** What is wrong with the file. */
    public Fault fault() {
        return fault;
    }
}
