package org.electrongap.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** A job whose tables compare regions, those of the user's own choice too. */
abstract class ComparingJob extends Commands.Job {

    @Option(
            names = "--pair",
            paramLabel = "A:B",
            description = "Compare these two regions too, as DEU:FRA; may be given several times.")
    List<String> regionPairs = new ArrayList<>();

    @Override
    public List<String> faults() {
        return regionPairs.stream()
                .filter(pair -> !pair.matches("([A-Z0-9-]{2,}):(?!\\1$)[A-Z0-9-]{2,}"))
                .map(pair -> "--pair '" + pair + "' is not of the form A:B with two different regions, as DEU:FRA")
                .toList();
    }
}
