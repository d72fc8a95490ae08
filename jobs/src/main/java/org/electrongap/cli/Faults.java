package org.electrongap.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Everything that is wrong with the arguments of a call, at once. */
final class Faults {

    private Faults() {}

    /** One sentence for each fault, in the order of the arguments; none when all is well. */
    static List<String> of(CommandLine.ParseResult parsed) {
        List<String> faults = new ArrayList<>();
        for (CommandLine.ParseResult level = parsed; level != null; level = level.subcommand()) {
            level.errors().forEach(error -> faults.add(error.getMessage()));
            CommandLine.ParseResult here = level;
            level.unmatched().forEach(argument -> faults.add(unknown(argument, here)));
        }
        if (!parsed.hasSubcommand() && faults.isEmpty()) {
            faults.add("name a job: "
                    + String.join(", ", parsed.commandSpec().subcommands().keySet()));
        } else if (parsed.hasSubcommand()
                && parsed.subcommand().commandSpec().userObject() instanceof Commands.Checked command) {
            faults.addAll(command.faults());
        }
        return faults.stream().distinct().toList();
    }

    private static String unknown(String argument, CommandLine.ParseResult level) {
        if (!level.commandSpec().subcommands().isEmpty() && !argument.startsWith("-")) {
            return "there is no job '" + argument + "'; the jobs are "
                    + String.join(", ", level.commandSpec().subcommands().keySet());
        }
        List<String> names = level.commandSpec().options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
        String kind = argument.startsWith("-") ? "there is no option '" : "unexpected argument '";
        return kind + argument + "'" + nearest(argument, names);
    }

    private static String nearest(String argument, List<String> names) {
        return names.stream()
                .filter(name -> distance(name, argument) <= 2)
                .findFirst()
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static int distance(String a, String b) {
        return org.apache.commons.text.similarity.LevenshteinDistance.getDefaultInstance()
                .apply(a, b);
    }
}
