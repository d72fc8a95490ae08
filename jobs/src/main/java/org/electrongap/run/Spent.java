package org.electrongap.run;

/**
 * What Spark's tasks spent, as its listener told.
 *
 * @param tasks tasks ended, failed ones included
 * @param taskSeconds their running time, added up
 * @param rowsRead records read from files
 * @param bytesRead bytes read from files
 * @param rowsWritten records written to files
 * @param bytesWritten bytes written to files
 * @param shuffleBytes bytes written for other tasks
 * @param spilledBytes bytes that did not fit the memory and went to disk
 */
public record Spent(
        long tasks,
        double taskSeconds,
        long rowsRead,
        long bytesRead,
        long rowsWritten,
        long bytesWritten,
        long shuffleBytes,
        long spilledBytes) {

    /** Nothing at all. */
    public static final Spent NOTHING = new Spent(0, 0, 0, 0, 0, 0, 0, 0);

    /** This and another together. */
    public Spent plus(Spent other) {
        return new Spent(
                tasks + other.tasks,
                taskSeconds + other.taskSeconds,
                rowsRead + other.rowsRead,
                bytesRead + other.bytesRead,
                rowsWritten + other.rowsWritten,
                bytesWritten + other.bytesWritten,
                shuffleBytes + other.shuffleBytes,
                spilledBytes + other.spilledBytes);
    }
}
