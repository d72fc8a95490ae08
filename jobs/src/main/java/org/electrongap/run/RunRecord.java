package org.electrongap.run;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * What became of a run, as a small file of the warehouse that any scheduler can read.
 *
 * @param runId the run
 * @param job its job
 * @param asOf the day whose knowledge it shows, ISO form
 * @param status running until it ends; then done, nothing_to_do, input_rejected, failed or stopped
 * @param version the version of electron-gap
 * @param code SHA-256 of the jobs jar
 * @param startedAt when it began, ISO form
 * @param seconds how long it took
 * @param message what went wrong, if anything
 * @param steps its steps
 * @param files the files that it loaded or rejected
 */
public record RunRecord(
        String runId,
        String job,
        String asOf,
        String status,
        String version,
        String code,
        String startedAt,
        double seconds,
        String message,
        List<StepLine> steps,
        List<FileLine> files) {

    private static final String FOLDER = "runs";
    private static final String TRACE = ".trace.txt";

    public RunRecord {
        steps = steps == null ? List.of() : List.copyOf(steps);
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** The record of a run that has just begun. */
    public static RunRecord begun(Run run) {
        return new RunRecord(
                run.id(),
                run.job(),
                run.asOf().toString(),
                "running",
                run.build().version(),
                run.build().code(),
                run.startedAt().toString(),
                0,
                "",
                List.of(),
                List.of());
    }

    /** This record with its end. */
    public RunRecord ended(String how, double took, String what, List<StepLine> stepLines, List<FileLine> fileLines) {
        return new RunRecord(runId, job, asOf, how, version, code, startedAt, took, what, stepLines, fileLines);
    }

    /** Keeps the whole trace of a failure beside the record, for whoever mends it; the name of its file. */
    public String keepTrace(Store warehouse, Throwable failure) {
        java.io.StringWriter trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace, true));
        warehouse.folder(FOLDER).replace(runId + TRACE, trace.toString());
        return FOLDER + "/" + runId + TRACE;
    }

    /** Writes the record, in one step. */
    public void write(Store warehouse) {
        warehouse.folder(FOLDER).replace(runId + ".json", Json.text(this));
    }

    /** The records of a warehouse, the oldest first. */
    public static List<RunRecord> all(Store warehouse) {
        return after(warehouse, "");
    }

    /** The records of runs that began after that one, the oldest first; no other record is read. */
    public static List<RunRecord> after(Store warehouse, String runId) {
        Store folder = warehouse.folder(FOLDER);
        return folder.names().stream()
                .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                .filter(name -> name.compareTo(runId + ".json") > 0)
                .flatMap(name ->
                        folder.text(name).stream().map(text -> Json.value(text, RunRecord.class, folder.uri(name))))
                .toList();
    }

    /**
     * Removes the records and traces of runs that began before a day and that the ops tables hold.
     *
     * @param recordedRun the last run that the ops tables hold
     * @return how many runs' records
     */
    public static int clear(Store warehouse, LocalDate before, String recordedRun) {
        Store folder = warehouse.folder(FOLDER);
        String day = before.format(DateTimeFormatter.BASIC_ISO_DATE);
        List<String> old = folder.names().stream()
                .filter(name -> name.endsWith(".json") || name.endsWith(TRACE))
                .filter(name -> name.compareTo(day) < 0 && name.compareTo(recordedRun + ".") < 0)
                .toList();
        old.forEach(folder::delete);
        return (int) old.stream().filter(name -> name.endsWith(".json")).count();
    }

    /**
     * A step of a run.
     *
     * @param step the step
     * @param status done, skipped, failed or rejected
     * @param reason why
     * @param startedAt when it began, ISO form
     * @param seconds how long it took
     * @param rows rows written, by table
     * @param fingerprint hash of what its result depends on
     * @param spent what Spark's tasks spent on it
     */
    public record StepLine(
            String step,
            String status,
            String reason,
            String startedAt,
            double seconds,
            Map<String, Long> rows,
            String fingerprint,
            Spent spent) {

        public StepLine {
            spent = spent == null ? Spent.NOTHING : spent;
        }
    }

    /**
     * A file of a run.
     *
     * @param dataset the data set
     * @param resource its resource
     * @param file the file's name
     * @param fileHash SHA-256 of the file
     * @param table the core table
     * @param slice the slice replaced
     * @param status loaded, replaced (it took the place of other content of the same slice) or rejected
     * @param replacedHash SHA-256 of the file whose rows it replaced; empty where there were none
     * @param read records read
     * @param accepted records accepted
     * @param quarantined records quarantined
     * @param duplicates exact duplicates
     * @param setAside records set aside, by rule
     * @param faults every fault of a rejected file
     */
    public record FileLine(
            String dataset,
            String resource,
            String file,
            String fileHash,
            String table,
            String slice,
            String status,
            String replacedHash,
            long read,
            long accepted,
            long quarantined,
            long duplicates,
            Map<String, Long> setAside,
            List<String> faults) {

        public FileLine {
            replacedHash = replacedHash == null ? "" : replacedHash;
        }
    }
}
