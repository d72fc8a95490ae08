package org.electrongap.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.junit.jupiter.api.Test;

/** The bundled claims against the bundled tables, through Spark as in the nightly run. */
class BundledClaimsTest {

    @Test
    void bundledClaimsGetPlausibleVerdicts() throws IOException {
        BundledTables tables = new BundledTables(SharedSpark.session());
        ClaimAudit audit = ClaimAudit.of(tables.table("claims"), tables.evidence(), LocalDate.of(2026, 11, 22));
        List<Row> rows = audit.claims().collectAsList();
        Map<String, Long> verdicts = rows.stream()
                .collect(Collectors.groupingBy(row -> row.getAs("verdict"), TreeMap::new, Collectors.counting()));
        System.out.println("bundled claims: " + verdicts);
        Files.write(
                Path.of("target", "bundled-claims.tsv"),
                rows.stream().map(row -> row.mkString("\t")).toList());
        Files.write(
                Path.of("target", "bundled-evidence.tsv"),
                audit.evidence().collectAsList().stream()
                        .map(row -> row.mkString("\t"))
                        .toList());

        assertThat(rows).as("one verdict a claim").hasSize(104);
        assertThat(verdicts).as("every verdict occurs").hasSize(4);
    }
}
