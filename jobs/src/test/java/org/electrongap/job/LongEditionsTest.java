package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.electrongap.run.HeldEdition;
import org.electrongap.run.SliceReceipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions so long that they are read in parts. */
class LongEditionsTest {

    /** 17 MB: more than is read as a whole, and more rows than are joined without a look at their hashes. */
    private static final int HOURS = 210_000;

    @TempDir
    private Path folder;

    @Test
    void aSecondEditionTellsWhatItRestatedAddedAndRemoved() throws IOException {
        FileLoading loading = new FileLoading(folder);
        loading.load(edition("2025-01", 0, HOURS), "2025-01");
        loading.load(edition("2025-06", 3, HOURS + 2), "2025-06");

        Map<String, Long> counts = new TreeMap<>();
        loading.table("out/revisions")
                .groupBy("change")
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        assertThat(counts).isEqualTo(Map.of("restated", 210L, "added", 2L, "removed", 3L));
        assertThat(loading.ledger().slicesOf("core/demand"))
                .extracting(SliceReceipt::held)
                .containsExactlyInAnyOrder(held("2025-01", HOURS), held("2025-06", HOURS - 1));
    }

    private static List<HeldEdition> held(String edition, long rows) {
        String published =
                LocalDate.parse(edition + "-01").plusMonths(1).minusDays(1).toString();
        return List.of(new HeldEdition("Test agency", "demand_at_the_grid", published, edition, rows));
    }

    /** The hours from one to another; every thousandth of the second edition is restated. */
    private Path edition(String edition, int from, int to) throws IOException {
        StringBuilder text = new StringBuilder("region,period_start,period_hour,period_length,demand_twh,basis,source,"
                + "edition,retrieved,grade,maturity\n");
        LocalDate first = LocalDate.of(2010, 1, 1);
        for (int hour = from; hour < to; hour++) {
            double restated = from > 0 && hour < HOURS && hour % 1000 == 500 ? .001 : 0;
            text.append("USA,")
                    .append(first.plusDays(hour / 24))
                    .append(',')
                    .append(hour % 24)
                    .append(",PT1H,")
                    .append(.4 + hour % 7 / 100. + restated)
                    .append(",demand_at_the_grid,Test agency,")
                    .append(edition)
                    .append(",2026-01-01,primary,")
                    .append('\n');
        }
        return Files.writeString(folder.resolve(edition + ".csv"), text);
    }
}
