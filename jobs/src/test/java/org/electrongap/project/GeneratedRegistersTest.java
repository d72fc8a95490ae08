package org.electrongap.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class GeneratedRegistersTest {

    @Test
    void campusesOfGeneratedRegistersAreFoundAndTheirMegawattsConserved() {
        List<Register.Entry> entries = new GeneratedRegisters(500, 5).all();
        try (var resolution = ProjectResolution.of(Register.of(entries), LinkageRules.bundled(), PairOverrides.NONE)) {
            List<Row> records = resolution.records().collectAsList();
            assertThat(records).as("every record").hasSize(entries.size());
            Agreement agreement = Agreement.of(records);
            System.out.printf(
                    "generated: %d records, precision %.3f, recall %.3f%n",
                    records.size(), agreement.precision(), agreement.recall());
            assertThat(agreement.precision()).as("precision").isGreaterThan(0.95);
            assertThat(agreement.recall()).as("recall").isGreaterThan(0.85);
            double gross = entries.stream()
                    .mapToDouble(e -> (double) e.values().get("power_mw"))
                    .sum();
            List<Row> balance = resolution.conservation().collectAsList();
            assertThat(sum(balance, "gross_mw")).as("gross MW").isCloseTo(gross, within(0.01));
            assertThat(sum(balance, "unique_mw") + sum(balance, "duplicated_mw") + sum(balance, "rejected_mw"))
                    .as("conserved")
                    .isCloseTo(gross, within(0.01));
            assertThat(sum(balance, "duplicated_mw")).as("duplicates").isPositive();
        }
    }

    /** Pairs of records that are of one campus, and that share a project. */
    record Agreement(long both, long joined, long same) {

        static Agreement of(List<Row> records) {
            Map<String, Long> projects = new HashMap<>();
            Map<String, Long> campuses = new HashMap<>();
            Map<String, Long> cells = new HashMap<>();
            for (Row record : records) {
                String project = record.getAs("project_id");
                String campus = GeneratedRegisters.campusOf(record.getAs("record_id"));
                projects.merge(project, 1L, Long::sum);
                campuses.merge(campus, 1L, Long::sum);
                cells.merge(project + "/" + campus, 1L, Long::sum);
            }
            return new Agreement(pairs(cells), pairs(projects), pairs(campuses));
        }

        double precision() {
            return (double) both / joined;
        }

        double recall() {
            return (double) both / same;
        }

        private static long pairs(Map<String, Long> sizes) {
            return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        }
    }

    private static double sum(List<Row> rows, String column) {
        return rows.stream().mapToDouble(row -> row.<Double>getAs(column)).sum();
    }
}
