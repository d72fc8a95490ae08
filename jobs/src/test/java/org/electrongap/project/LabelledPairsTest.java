package org.electrongap.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Pairs of real registers that a person looked at: is it one campus? */
class LabelledPairsTest {

    private static final LinkageRules RULES = LinkageRules.bundled();

    private record Judged(String line, boolean same, boolean merged, boolean compared, PairScore score, int fold) {}

    @Test
    void campusesOfRealRegistersAreFoundAndKeptApart() throws IOException {
        assumeTrue(RealRegisters.present(), "skipped: no registers below " + RealRegisters.folder());
        List<Judged> judged = judge(RealRegisters.read());
        for (int fold = 0; fold < 2; fold++) {
            int part = fold;
            report("half " + fold, judged.stream().filter(j -> j.fold() == part).toList());
        }
        report("all", judged);
        assertThat(judged).as("labelled pairs").hasSizeGreaterThanOrEqualTo(200);
        assertThat(precision(judged)).as("precision").isGreaterThan(0.85);
        assertThat(recall(judged)).as("recall").isGreaterThan(0.75);
        assertThat(judged.stream().filter(Judged::same).filter(Judged::compared).count())
                .as("pairs of one campus that share a block")
                .isGreaterThan(judged.stream().filter(Judged::same).count() * 9 / 10);
    }

    private static List<Judged> judge(RealRegisters registers) throws IOException {
        PairComparison comparison = new PairComparison(RULES);
        BlockKeys keys = new BlockKeys(RULES);
        List<Judged> judged = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(labels())) {
            for (NamedCsvRecord line : csv) {
                ProjectRecord a = registers
                        .record(line.getField("source_a"), line.getField("record_id_a"))
                        .linked(RULES);
                ProjectRecord b = registers
                        .record(line.getField("source_b"), line.getField("record_id_b"))
                        .linked(RULES);
                PairScore score = comparison.best(a, b);
                boolean compared = !Collections.disjoint(keys.of(a), keys.of(b));
                judged.add(new Judged(
                        a.id() + " ~ " + b.id(),
                        line.getField("label").equals("same"),
                        compared && comparison.merges(score),
                        compared,
                        score,
                        Math.floorMod(line.getFields().hashCode(), 2)));
            }
        }
        return judged;
    }

    private static void report(String name, List<Judged> judged) {
        System.out.printf(
                "labelled pairs, %s: %d, precision %.3f, recall %.3f%n",
                name, judged.size(), precision(judged), recall(judged));
        if (Boolean.getBoolean("electrongap.verbose") && name.equals("all")) {
            judged.stream()
                    .filter(j -> j.same() != j.merged())
                    .forEach(j -> System.out.printf(
                            "%s %s %.1f %s%n",
                            j.same() ? "MISSED" + (j.compared() ? "" : " (no block)") : "WRONG",
                            j.line(),
                            j.score().bits(),
                            j.score().reasons()));
        }
    }

    private static double precision(List<Judged> judged) {
        return (double) hits(judged) / judged.stream().filter(Judged::merged).count();
    }

    private static double recall(List<Judged> judged) {
        return (double) hits(judged) / judged.stream().filter(Judged::same).count();
    }

    private static long hits(List<Judged> judged) {
        return judged.stream().filter(j -> j.same() && j.merged()).count();
    }

    private static InputStreamReader labels() {
        return new InputStreamReader(
                Objects.requireNonNull(LabelledPairsTest.class.getResourceAsStream("/project/labelled_pairs.csv")),
                StandardCharsets.UTF_8);
    }
}
