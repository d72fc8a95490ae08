package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.electrongap.run.Ledger;
import org.electrongap.run.SliceReceipt;
import org.junit.jupiter.api.Test;

class QualityStepTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final QualityStep quality = new QualityStep();

    @Test
    void anotherFileOrOtherRulesForItMakeTheReportStale() {
        String before = quality.dependsOn(DAY, loaded("file", "rules"));

        assertThat(quality.dependsOn(DAY, loaded("file", "rules")))
                .as("the same")
                .isEqualTo(before);
        assertThat(quality.dependsOn(DAY, loaded("another file", "rules"))).isNotEqualTo(before);
        assertThat(quality.dependsOn(DAY, loaded("file", "a correction more")))
                .as("what was quarantined may be accepted now")
                .isNotEqualTo(before);
    }

    @Test
    void aDayThatSeesAnotherEditionOrPassesTheFreshnessLimitMakesItStale() {
        Ledger ledger = loaded("file", "rules");
        String before = quality.dependsOn(DAY, ledger);

        assertThat(quality.dependsOn(DAY.plusDays(1), ledger)).as("a day later").isEqualTo(before);
        assertThat(quality.dependsOn(LocalDate.of(2026, 2, 1), ledger))
                .as("the older edition alone, fresh too")
                .isNotEqualTo(before);
        assertThat(quality.dependsOn(LocalDate.of(2028, 1, 1), ledger))
                .as("stale")
                .isNotEqualTo(before);
    }

    private static Ledger loaded(String fileHash, String rulesHash) {
        SliceReceipt receipt = new SliceReceipt(
                "core/capacity",
                "capacity/a",
                "capacity",
                "a",
                "",
                "capacity/a.csv",
                fileHash,
                rulesHash,
                List.of("2026-01-31", "2026-03-31"),
                List.of(),
                2,
                2,
                0,
                0,
                Map.of(),
                200,
                "run",
                "2026-04-01T00:00:00Z",
                "",
                Map.of());
        return Ledger.empty().loaded(List.of(receipt), "core/capacity", 1);
    }
}
