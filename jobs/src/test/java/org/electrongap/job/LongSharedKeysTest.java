package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.electrongap.run.SliceReceipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold keys of a slice so long that its rows are not looked at one by one. */
class LongSharedKeysTest {

    /** 9 MB: more than is read as a whole. */
    private static final int HOURS = 110_000;

    @TempDir
    private Path folder;

    @Test
    void noKeyOfALongSliceIsLoadedOnceMore() throws IOException {
        FileLoading loading = new FileLoading(folder);
        loading.loadInto("whole", hours(0, HOURS), "2025-01");

        loading.loadInto("next", hours(HOURS - 2, HOURS + 3), "2025-01");
        SliceReceipt next = loading.ledger().slicesOf("core/demand").get(0);
        assertThat(next.slice()).startsWith("next/");
        assertThat(next.duplicates()).as("hours of a small file that are held").isEqualTo(2);
        assertThat(next.accepted()).isEqualTo(3);

        assertThat(loading.check(hours(HOURS - 1, 2 * HOURS), "2025-01").lines())
                .as("a check, which does not compare keys")
                .anyMatch(line ->
                        line.contains("Not compared with the slices next/demand/2025-01, whole/demand/2025-01,"));
        RunOutcome overlapping = loading.loadInto("again", hours(HOURS - 1, 2 * HOURS), "2025-01");
        assertThat(overlapping.kind()).isEqualTo(RunOutcome.Kind.INPUT_REJECTED);
        assertThat(overlapping.rejections().get(0).faults().get(0))
                .contains(
                        "held_already",
                        "as 4 of its records, in slice next/demand/2025-01 (3), whole/demand/2025-01 (1)");

        RunOutcome behind = loading.loadInto("behind", hours(HOURS + 3, 2 * HOURS + 3), "2025-01");
        assertThat(behind.kind()).isEqualTo(RunOutcome.Kind.DONE);
        assertThat(loading.table("core/demand").count()).isEqualTo(2L * HOURS + 3);
    }

    private Path hours(int from, int to) throws IOException {
        StringBuilder text = new StringBuilder("region,period_start,period_hour,period_length,demand_twh,basis,source,"
                + "edition,retrieved,grade,maturity\n");
        LocalDate first = LocalDate.of(2010, 1, 1);
        for (int hour = from; hour < to; hour++) {
            text.append("USA,").append(first.plusDays(hour / 24)).append(',');
            text.append(hour % 24).append(",PT1H,").append(.4 + hour % 7 / 100.);
            text.append(",demand_at_the_grid,Test agency,2025-01,2026-01-01,primary,\n");
        }
        return Files.writeString(folder.resolve(from + ".csv"), text);
    }
}
