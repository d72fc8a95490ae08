package org.electrongap.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.electrongap.run.Build;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The jobs and their options as the user sees them. */
@Command(
        name = "electron-gap",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        synopsisSubcommandLabel = "JOB",
        description = "Growth of power systems, and the share of the load that data centres take.",
        footer = {
            "",
            "Exit status: 0 done or nothing to do; 1 a fault of ours; 2 wrong arguments; 65 input rejected;",
            "75 another run holds the warehouse; 143 stopped by a signal."
        },
        subcommands = {
            Commands.Load.class,
            Commands.Growth.class,
            Commands.Forecast.class,
            Commands.Projects.class,
            Commands.LoadShare.class,
            Commands.Audit.class,
            Commands.Publish.class,
            Commands.Nightly.class,
            Commands.Maintain.class,
            ShowCommand.class,
            Commands.Doctor.class
        })
final class Commands {

    /** A command that can say what is wrong with its options taken together. */
    interface Checked {
        /** One sentence for each fault. */
        List<String> faults();
    }

    /** A job: its name comes from its annotation. */
    abstract static class Job implements Checked {
        @Mixin
        SharedOptions shared;

        @Override
        public List<String> faults() {
            return List.of();
        }
    }

    /** The parser, which collects faults instead of stopping at the first. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine commands = new CommandLine(new Commands())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                .setUnmatchedArgumentsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
        commands.registerConverter(LocalDate.class, Commands::date);
        collectErrors(commands);
        return commands;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no day; write it as 2026-06-01");
        }
    }

    private static void collectErrors(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getSubcommands().values().forEach(Commands::collectErrors);
    }

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = "Loads what is new in the data sets, or one file that you name.")
    static final class Load extends Job {
        @Parameters(paramLabel = "DATASET", description = "Data sets to load (default: all).")
        List<String> datasets = new ArrayList<>();

        @Option(names = "--input", paramLabel = "FILE", description = "Load this one file.")
        String input;

        @Option(names = "--dataset", paramLabel = "NAME", description = "With --input: the data set it belongs to.")
        String dataset;

        @Option(names = "--format", paramLabel = "F", description = "With --input: a publisher's format.")
        String format;

        @Option(names = "--mapping", paramLabel = "M", description = "With --input: a mapping file.")
        String mapping;

        @Option(names = "--publisher", paramLabel = "P", description = "With --input: who published it.")
        String publisher;

        @Option(names = "--edition", paramLabel = "DATE", description = "With --input: when it was published.")
        String edition;

        @Option(names = "--part", paramLabel = "NAME", description = "With --input: which part of the edition it is.")
        String part;

        @Option(names = "--corrections", paramLabel = "FILE", description = "With --input: a file of corrections.")
        String corrections;

        @Option(names = "--check", description = "With --input: only tell how the file would be understood.")
        boolean check;

        @Option(names = "--replace", description = "With --input: take the place of the same edition, on record.")
        boolean replace;

        @Override
        public List<String> faults() {
            List<String> faults = new ArrayList<>();
            boolean alone = dataset != null
                    || format != null
                    || mapping != null
                    || publisher != null
                    || edition != null
                    || part != null
                    || corrections != null;
            if (input == null && (alone || check || replace)) {
                faults.add("--dataset, --format, --mapping, --publisher, --edition, --part, --corrections, --check and"
                        + " --replace need --input");
            }
            if (part != null && !part.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                faults.add("--part '" + part + "' is no name of letters, digits, points, dashes and underlines");
            }
            if (input != null && !datasets.isEmpty()) {
                faults.add("with --input name the data set by --dataset, not as an argument");
            }
            if (format != null && mapping != null) {
                faults.add("give --format or --mapping, not both");
            }
            return faults;
        }
    }

    @Command(
            name = "growth",
            mixinStandardHelpOptions = true,
            description = "Computes growth trajectories and comparisons.")
    static final class Growth extends ComparingJob {}

    @Command(
            name = "forecast",
            mixinStandardHelpOptions = true,
            description = "Forecasts all series and backtests the forecasts; or the series of a file of your own.")
    static final class Forecast extends Job {
        @Option(
                names = "--input",
                paramLabel = "FILE",
                description = "Your own series: CSV or Parquet with series_id, period, value. Needs no warehouse.")
        String input;

        @Option(names = "--horizon", paramLabel = "H", description = "With --input: how many periods ahead.")
        Integer horizon;

        @Option(
                names = "--level",
                paramLabel = "80,95",
                split = ",",
                description = "Levels of the intervals, in percent (default: 80,95).")
        List<Double> levels = new ArrayList<>();

        @Override
        public List<String> faults() {
            List<String> faults = new ArrayList<>();
            if (input != null && horizon == null) {
                faults.add("--input needs --horizon, the number of periods to forecast");
            }
            if (input == null && horizon != null) {
                faults.add("--horizon needs --input; the national series are forecast to 2035");
            }
            if (horizon != null && (horizon < 1 || horizon > 1000)) {
                faults.add("--horizon must be from 1 to 1000, not " + horizon);
            }
            levels.stream()
                    .filter(level -> level == null || level <= 0 || level >= 100)
                    .forEach(level -> faults.add("--level must lie between 0 and 100, not " + level));
            return faults;
        }
    }

    @Command(
            name = "projects",
            mixinStandardHelpOptions = true,
            description = "Resolves project records into projects; writes the pipeline and the merge log.")
    static final class Projects extends Job {
        @Mixin
        OwnPairs pairs = new OwnPairs();
    }

    /** The user's own decisions about project records. */
    static final class OwnPairs {
        @Option(
                names = "--overrides",
                paramLabel = "FILE",
                description = "Pairs of project records that are one or are not, whatever the scores say: CSV with"
                        + " source_a,record_id_a,source_b,record_id_b,decision (same or different),reason.")
        String overrides;
    }

    @Command(
            name = "load-share",
            mixinStandardHelpOptions = true,
            description = "Forecasts the share of the load that data centres take, with components and sensitivities.")
    static final class LoadShare extends Job {
        @Option(names = "--scenario", paramLabel = "FILE", description = "Assumptions of a scenario of your own, CSV.")
        String scenario;

        @Option(
                names = "--explain",
                paramLabel = "YEAR",
                description = "Print the way from the inputs to the number of that year.")
        Integer explain;

        @Override
        public List<String> faults() {
            return explain != null && (explain < 2025 || explain > 2035)
                    ? List.of("--explain must be a year from 2025 to 2035, not " + explain)
                    : List.of();
        }
    }

    @Command(name = "audit", mixinStandardHelpOptions = true, description = "Judges public claims against the tables.")
    static final class Audit extends Job {
        @Option(
                names = "--input",
                paramLabel = "FILE",
                description =
                        "Judge the claims of this file, CSV with a header: claim_id, subject, metric, value and unit, and"
                                + " where known region, comparison_region, year, value_high, comparator, basis, comparison,"
                                + " article, statement. Prints a verdict each with its reason.")
        String input;
    }

    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = "Publishes the reports, the page and what changed.")
    static final class Publish extends ComparingJob {
        @Option(
                names = "--again",
                paramLabel = "FOLDER",
                description =
                        "Compute nothing: lead readers back to this earlier folder, as 2026-06-01 or 2026-06-01.2.")
        String again;
    }

    @Command(
            name = "nightly",
            mixinStandardHelpOptions = true,
            description = "All of these in order, only what is stale.")
    static final class Nightly extends ComparingJob {
        @Option(names = "--force", description = "Run every step, stale or not.")
        boolean force;

        @Option(names = "--plan", description = "Only say what would run and why.")
        boolean plan;

        @Mixin
        OwnPairs pairs = new OwnPairs();
    }

    @Command(
            name = "maintain",
            mixinStandardHelpOptions = true,
            description = "Compacts tables, removes old versions and superseded reports.")
    static final class Maintain extends Job {
        @Option(
                names = "--keep",
                paramLabel = "DAYS",
                defaultValue = "30",
                description =
                        "For how many days readers keep what they follow (default: ${DEFAULT-VALUE}, at least 7).")
        Integer keep;

        @Override
        public List<String> faults() {
            return keep != null && keep < 7 ? List.of("--keep must be at least 7 days, not " + keep) : List.of();
        }
    }

    @Command(
            name = "doctor",
            mixinStandardHelpOptions = true,
            description = "Proves a deployment: versions, settings, a write and a read on the warehouse.")
    static final class Doctor extends Job {}

    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            Build build = Build.current();
            return new String[] {
                "electron-gap " + build.version() + " (Spark " + build.spark() + ", Delta " + build.delta() + ")"
            };
        }
    }
}
