package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.load.record.Sorting.Sorted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Publishers' own files: how their records are sorted. What is expected stands in publishers-files.csv and in the manual. */
class PublisherFilesTest {

    private static final String EXPECTED = "/publishers-files.csv";

    @ParameterizedTest
    @CsvFileSource(resources = EXPECTED, numLinesToSkip = 1, emptyValue = "")
    void everyRecordIsAccountedFor(
            String file,
            String format,
            String edition,
            long read,
            long accepted,
            String quarantined,
            long duplicates,
            String setAside,
            String marked)
            throws IOException {
        Sorted sorted = SharedFile.read(file, format, edition);

        assertThat(sorted.faults()).as("faults").isEmpty();
        assertThat(sorted.counts().read()).as("read").isEqualTo(read);
        assertThat(sorted.counts().accepted()).as("accepted").isEqualTo(accepted);
        assertThat(sorted.counts().quarantinedByRule()).as("quarantined").isEqualTo(counts(quarantined));
        assertThat(sorted.counts().exactDuplicates()).as("exact duplicates").isEqualTo(duplicates);
        assertThat(sorted.counts().setAsideByRule()).as("set aside").isEqualTo(counts(setAside));
        assertThat(sorted.marked()).as("marked").isEqualTo(counts(marked));
        assertThat(SharedFile.recognised(file))
                .as("recognised")
                .contains(format)
                .allMatch(name -> name.replaceFirst("-(capacity|generation|demand)$", "")
                        .equals(format.replaceFirst("-(capacity|generation|demand)$", "")));
    }

    @Test
    void theManualShowsTheCountsThatAreExpected() throws IOException {
        List<String> shown = new ArrayList<>();
        try (var in = PublisherFilesTest.class.getResourceAsStream(EXPECTED)) {
            new CsvText(() -> in, StandardCharsets.UTF_8, ',').forEach(line -> shown.add(shown(line.fields())));
        }
        String manual = Files.readString(Path.of("LOADING.md"));
        List<String> table = manual.lines()
                .dropWhile(line -> !line.startsWith("| file | format | read |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();

        assertThat(table).containsExactlyElementsOf(shown.subList(1, shown.size()));
    }

    private static String shown(List<String> fields) {
        if (fields.get(0).equals("file")) {
            return "";
        }
        String[] path = fields.get(0).split("/", 2);
        return "| " + path[0].replace('_', ' ') + ": " + path[1] + " | " + fields.get(1) + " | "
                + grouped(Long.parseLong(fields.get(3))) + " | " + grouped(Long.parseLong(fields.get(4))) + " | "
                + named(fields.get(5)) + " | " + grouped(Long.parseLong(fields.get(6))) + " | " + named(fields.get(7))
                + " | " + named(fields.get(8)) + " |";
    }

    private static String named(String rules) {
        SortedMap<String, Long> counts = counts(rules);
        String names = counts.entrySet().stream()
                .map(rule -> rule.getKey() + " " + rule.getValue())
                .collect(Collectors.joining(", "));
        return grouped(counts.values().stream().mapToLong(Long::longValue).sum())
                + (names.isEmpty() ? "" : " (" + names + ")");
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static SortedMap<String, Long> counts(String rules) {
        SortedMap<String, Long> counts = new TreeMap<>();
        if (rules != null && !rules.isBlank()) {
            for (String rule : rules.split("; ")) {
                counts.put(rule.substring(0, rule.indexOf(' ')), Long.valueOf(rule.substring(rule.indexOf(' ') + 1)));
            }
        }
        return counts;
    }
}
