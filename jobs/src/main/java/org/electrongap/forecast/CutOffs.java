package org.electrongap.forecast;

/** From which origins inside the past the errors of a calibration come. */
public enum CutOffs {
    /** Three origins, two steps apart: enough where many series are pooled. */
    THREE(3, 2),
    /** Every origin: for a pool of few series. */
    ALL(Integer.MAX_VALUE, 1);

    private final int count;
    private final int stride;

    CutOffs(int count, int stride) {
        this.count = count;
        this.stride = stride;
    }

    int count() {
        return count;
    }

    int stride() {
        return stride;
    }
}
