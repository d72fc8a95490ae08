package org.electrongap.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.SharedSpark;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;

class SupplyAndConversionTest {

    @Test
    void dealsAreReportedWithOverlapsAndNeverAsLoad() {
        Map<String, Row> rows =
                SupplyAndCommitments.of(Bundled.projects(), LinkageRules.bundled()).collectAsList().stream()
                        .collect(Collectors.toMap(r -> r.getAs("record_id"), r -> r));
        assertThat(rows).as("deals").hasSize(19).doesNotContainKeys("stargate-abilene", "meta-prometheus");
        assertThat(rows.get("tmi-crane-restart").<Double>getAs("usd_per_gw"))
                .as("1.6 billion for 835 MW")
                .isCloseTo(1.6e9 / 0.835, within(1.0));
        assertThat(rows.get("meta-clinton").<Double>getAs("added_mw"))
                .as("an existing plant")
                .isZero();
        assertThat(rows.get("openai-nvidia").<String>getAs("overlaps"))
                .contains("openai-total", "openai-amd", "openai-oracle");
        assertThat(rows.get("openai-oracle").<String>getAs("overlaps")).contains("stargate-us");
        assertThat(rows.get("meta-600b").<String>getAs("reason")).isEqualTo("no power_mw");
    }

    @Test
    void ratesAreEstimatedWhereEditionsTellAndAssumedWhereNot() {
        List<Register.Entry> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Register.Entry first =
                    Register.record("queue", "r" + i).with("stage", "requested").edition("2024-12-31");
            entries.add(first);
            entries.add(first.with("stage", i < 3 ? "energised" : i < 12 ? "cancelled" : "permitted")
                    .edition("2026-01-31"));
        }
        Dataset<Row> requests = SharedSpark.session()
                .createDataFrame(
                        List.of(),
                        Contract.of(TableName.core("interconnection_requests")).schema());
        List<Row> rows = ConversionRates.of(Register.of(entries), requests, Bundled.assumptions())
                .collectAsList();
        Row energised = one(rows, "editions", "energised");
        assertThat(energised.<Double>getAs("rate")).as("3 of 12 decided").isEqualTo(0.25);
        assertThat(energised.<Double>getAs("lower")).isBetween(0.1, 0.25);
        assertThat(energised.<Long>getAs("n_open")).isEqualTo(8);
        assertThat(one(rows, "editions", "further").<Double>getAs("rate"))
                .as("11 of 20")
                .isEqualTo(11 / 20.0);
        assertThat(rows.stream().filter(r -> r.<String>getAs("basis").equals("assumption")))
                .as("one a stage group")
                .hasSize(3)
                .allMatch(r -> r.<Double>getAs("lower") < r.<Double>getAs("rate"));
    }

    private static Row one(List<Row> rows, String basis, String to) {
        return rows.stream()
                .filter(r -> r.<String>getAs("basis").equals(basis)
                        && r.<String>getAs("to_stage").equals(to))
                .findFirst()
                .orElseThrow();
    }
}
