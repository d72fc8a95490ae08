package org.electrongap.report;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was published together: one consistent set of reports and table versions. Every path is relative: those of reports to
 * the folder that holds {@code latest.json}, those of tables to {@code warehouse}.
 *
 * @param format the layout of this file
 * @param run the run that published it
 * @param asOf the day whose knowledge it shows, ISO form
 * @param folder the report folder, below the folder of {@code latest.json}
 * @param version the version of electron-gap
 * @param code SHA-256 of the jobs jar
 * @param status complete; partial, when not every step has run; with_rejections, when a data set kept its last good edition;
 *     own_series
 * @param warehouse address of the warehouse, relative to the folder of {@code latest.json} where both lie in one place
 * @param page the page, below the folder of {@code latest.json}; empty when there is none
 * @param headline the numbers that answer the questions, in the order in which they are told
 * @param rejected files rejected, and what happened to them
 * @param inputs the editions that the results rest on
 * @param assumptions assumptions changed by the run, as given
 * @param reports each report, by name
 * @param tables each table and the Delta version that belongs to this set, by zone/name
 */
public record Manifest(
        int format,
        String run,
        String asOf,
        String folder,
        String version,
        String code,
        String status,
        String warehouse,
        String page,
        List<Figure> headline,
        List<RejectedFile> rejected,
        List<Input> inputs,
        List<String> assumptions,
        SortedMap<String, Report> reports,
        SortedMap<String, Table> tables) {

    /** The layout that this build writes. */
    public static final int FORMAT = 1;

    /** The status of a folder that holds forecasts of a user's own series, and nothing else. */
    public static final String OWN_SERIES = "own_series";

    /** The manifest's name in a report folder. */
    public static final String FILE = "manifest.json";

    /** The copy of the manifest with the greatest as-of date, in the folder of the report folders. */
    public static final String LATEST = "latest.json";

    public Manifest {
        headline = headline == null ? List.of() : List.copyOf(headline);
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
        inputs = inputs == null ? List.of() : List.copyOf(inputs);
        assumptions = assumptions == null ? List.of() : List.copyOf(assumptions);
        reports = new TreeMap<>(reports == null ? Map.of() : reports);
        tables = new TreeMap<>(tables == null ? Map.of() : tables);
    }

    /** Whether another manifest says the same of its results: the same rows, the same headline, the same rejections. */
    public boolean hasSameResultAs(Manifest other) {
        return contents(reports).equals(contents(other.reports))
                && headline.equals(other.headline)
                && rejected.equals(other.rejected)
                && assumptions.equals(other.assumptions);
    }

    private static Map<String, Content> contents(SortedMap<String, Report> reports) {
        Map<String, Content> contents = new TreeMap<>();
        reports.forEach((name, report) -> contents.put(name, Content.of(report)));
        return contents;
    }

    /** What a report says: its columns and its rows; those of a report without a digest are told by its files. */
    private record Content(List<String> columns, long rows, String digest, List<String> files) {
        static Content of(Report report) {
            return new Content(
                    report.schema().stream().map(Field::name).toList(),
                    report.rows(),
                    report.digest(),
                    report.digest().isEmpty()
                            ? report.files().stream().map(File::sha256).toList()
                            : List.of());
        }
    }

    /**
     * A number that answers a question.
     *
     * @param id what it is, for programs
     * @param label what it is, for people
     * @param year the year that it is of
     * @param value the number
     * @param lower lower end of its interval, or null
     * @param upper upper end of its interval, or null
     * @param level the interval's probability, or null
     * @param unit the unit
     * @param denominator what a share is of; empty for other numbers
     * @param basis definition, source and edition
     */
    public record Figure(
            String id,
            String label,
            int year,
            double value,
            Double lower,
            Double upper,
            Double level,
            String unit,
            String denominator,
            String basis) {}

    /**
     * A rejected file.
     *
     * @param dataset the data set, which keeps its last good edition
     * @param file the file's name
     * @param faults every fault
     */
    public record RejectedFile(String dataset, String file, List<String> faults) {}

    /**
     * An input that the results rest on.
     *
     * @param dataset the data set
     * @param resource its resource
     * @param table the core table
     * @param slice the slice of the table
     * @param file the file
     * @param sha256 the file's hash
     * @param newestEdition the newest edition of it that the as-of date may see, ISO form
     * @param records rows accepted
     */
    public record Input(
            String dataset,
            String resource,
            String table,
            String slice,
            String file,
            String sha256,
            String newestEdition,
            long records) {}

    /**
     * A report.
     *
     * @param path its folder
     * @param title what a row is
     * @param description what the report holds
     * @param rows its rows
     * @param digest of its rows as a multiset, doubles by their bits: equal rows have equal digests; empty when unknown
     * @param files its files
     * @param schema its columns
     */
    public record Report(
            String path,
            String title,
            String description,
            long rows,
            String digest,
            List<File> files,
            List<Field> schema) {

        public Report {
            digest = digest == null ? "" : digest;
        }
    }

    /**
     * A file of a report.
     *
     * @param path where it is
     * @param bytes its size
     * @param sha256 its hash
     */
    public record File(String path, long bytes, String sha256) {}

    /**
     * A column of a report.
     *
     * @param name its name
     * @param type its type, as in a Frictionless Table Schema
     * @param unit its unit; empty for texts and codes
     * @param description what it means
     */
    public record Field(String name, String type, String unit, String description) {}

    /**
     * A table.
     *
     * @param path its folder below the warehouse
     * @param version its Delta version in this set
     */
    public record Table(String path, long version) {}
}
