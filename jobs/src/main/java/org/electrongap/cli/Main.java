package org.electrongap.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** Entry point: reads the arguments, runs the job, ends with its exit status. */
public final class Main {

    private Main() {}

    /** Runs a job and ends the process. */
    public static void main(String[] arguments) {
        Logging.configure(arguments);
        int status = run(
                arguments,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(status);
    }

    /** Runs a job; its exit status. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine commands = Commands.commandLine(out, err);
        CommandLine.ParseResult parsed = commands.parseArgs(arguments);
        if (helped(parsed, out)) {
            return ExitStatus.DONE.code();
        }
        List<String> faults = Faults.of(parsed);
        if (!faults.isEmpty()) {
            faults.forEach(fault -> err.println("electron-gap: " + fault));
            err.println("Try: electron-gap " + jobOf(parsed) + "--help");
            return ExitStatus.USAGE.code();
        }
        return new JobCall(parsed.subcommand(), out, err).run().code();
    }

    private static boolean helped(CommandLine.ParseResult parsed, PrintWriter out) {
        for (CommandLine.ParseResult level = parsed; level != null; level = level.subcommand()) {
            CommandLine command = level.commandSpec().commandLine();
            if (command.isUsageHelpRequested()) {
                command.usage(out);
                return true;
            }
            if (command.isVersionHelpRequested()) {
                parsed.commandSpec().commandLine().printVersionHelp(out);
                return true;
            }
        }
        return false;
    }

    private static String jobOf(CommandLine.ParseResult parsed) {
        return parsed.hasSubcommand() ? parsed.subcommand().commandSpec().name() + " " : "";
    }
}
