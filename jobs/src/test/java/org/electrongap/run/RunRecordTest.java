package org.electrongap.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    @TempDir
    private Path folder;

    @Test
    void recordsAreReadInTheOrderOfTheirStart() {
        Store warehouse = Store.at(folder.toString(), new Configuration());
        RunRecord later = RunRecord.begun(run("20260602T000000Z-0000"));
        RunRecord earlier = RunRecord.begun(run("20260601T000000Z-ffff"))
                .ended(
                        "done",
                        12.5,
                        "",
                        List.of(new RunRecord.StepLine(
                                "growth",
                                "done",
                                "it has not run here before",
                                "2026-06-01T00:00:00Z",
                                3,
                                Map.of("a", 1L),
                                "f",
                                new Spent(4, 1.5, 10, 1000, 5, 500, 200, 0))),
                        List.of());
        later.write(warehouse);
        earlier.write(warehouse);

        assertThat(RunRecord.all(warehouse)).containsExactly(earlier, later);
        assertThat(RunRecord.after(warehouse, earlier.runId()))
                .as("runs after the earlier one")
                .containsExactly(later);
        assertThat(later.status()).as("a run that never ended").isEqualTo("running");
    }

    @Test
    void theTraceOfAFailureIsKeptBesideTheRecord() {
        Store warehouse = Store.at(folder.toString(), new Configuration());
        RunRecord record = RunRecord.begun(run("20260601T000000Z-0000"));

        String file = record.keepTrace(warehouse, new IllegalStateException("no space", new RuntimeException("disk")));

        assertThat(warehouse.text(file))
                .hasValueSatisfying(trace -> assertThat(trace)
                        .contains("IllegalStateException: no space", "Caused by", "disk", "RunRecordTest"));
        assertThat(RunRecord.all(warehouse)).as("a trace is no record").isEmpty();
    }

    @Test
    void oldRecordsThatTheOpsTablesHoldAreCleared() {
        Store warehouse = Store.at(folder.toString(), new Configuration());
        RunRecord old = RunRecord.begun(run("20260401T000000Z-0000"));
        RunRecord notInOps = RunRecord.begun(run("20260415T000000Z-0000"));
        RunRecord young = RunRecord.begun(run("20260531T000000Z-0000"));
        List.of(old, notInOps, young).forEach(record -> record.write(warehouse));
        old.keepTrace(warehouse, new IllegalStateException("long ago"));

        int cleared = RunRecord.clear(warehouse, LocalDate.of(2026, 5, 1), "20260410T000000Z-0000");

        assertThat(cleared).as("records").isEqualTo(1);
        assertThat(RunRecord.all(warehouse)).containsExactly(notInOps, young);
        assertThat(warehouse.folder("runs").names()).as("records and traces").hasSize(2);
    }

    @Test
    void theBuildKnowsItsVersions() {
        Build build = Build.current();

        assertThat(List.of(build.version(), build.spark(), build.delta(), build.code()))
                .as("parts of the build")
                .allSatisfy(part -> assertThat(part).isNotBlank().doesNotContain("${", "@"));
    }

    private static Run run(String id) {
        return new Run(
                id,
                "nightly",
                LocalDate.of(2026, 6, 1),
                Instant.parse("2026-06-01T00:00:00Z"),
                new Build("1", "4.1.0", "4.4.0", "classes"),
                Map.of());
    }
}
