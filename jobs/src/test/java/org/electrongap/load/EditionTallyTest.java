package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;

/** How many records of each edition a long file holds. */
class EditionTallyTest {

    private static final RecordLayout DEMAND = RecordLayout.of(TableName.core("demand"));
    private static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);

    private final EditionTally tally = new EditionTally(DEMAND);

    @Test
    void recordsThatAlternateBetweenEditionsAreCountedOnceForEach() {
        for (int i = 0; i < 3; i++) {
            add("Ember", "gross", "2025-06", JUNE);
            add("Ember", "net", "2025-06", JUNE);
        }
        add("Ember", "net", "2025-07", JULY);
        assertThat(tally.counted())
                .containsExactlyInAnyOrder(
                        new EditionRows("Ember", "gross", JUNE, "2025-06", 3),
                        new EditionRows("Ember", "net", JUNE, "2025-06", 3),
                        new EditionRows("Ember", "net", JULY, "2025-07", 1));
    }

    @Test
    void anEditionWithoutADateIsOneOfItsOwn() {
        add("Ember", null, "spring", null);
        assertThat(tally.counted()).containsExactly(new EditionRows("Ember", null, null, "spring", 1));
    }

    @Test
    void partsOfOneFileAddUp() {
        EditionRows first = new EditionRows("Ember", "net", JUNE, "2025-06", 4);
        EditionRows second = new EditionRows("Ember", "net", JUNE, "2025-06", 5);
        EditionRows other = new EditionRows("EIA", "net", JUNE, "2025-06", 6);
        assertThat(EditionTally.ofFile(List.of(first, other, second)))
                .containsExactlyInAnyOrder(new EditionRows("Ember", "net", JUNE, "2025-06", 9), other);
        assertThat(EditionTally.ofFile(List.of())).isEmpty();
    }

    @Test
    void aFileThatNamesAnEditionInEachRecordIsNotCounted() {
        for (int i = 0; i <= EditionTally.MOST; i++) {
            add("Ember", "net", "edition " + i, JUNE);
        }
        assertThat(EditionTally.ofFile(tally.counted())).as("one too many").isEmpty();
        for (int i = 0; i < 1000; i++) {
            add("Ember", "net", "later edition " + i, JUNE);
        }
        assertThat(tally.counted()).as("kept in memory").hasSize(EditionTally.MOST + 1);
        assertThat(EditionTally.ofFile(tally.counted().subList(0, EditionTally.MOST)))
                .hasSize(EditionTally.MOST);
    }

    private void add(String source, String basis, String edition, LocalDate published) {
        Object[] cells = new Object[DEMAND.size()];
        cells[DEMAND.index("source")] = source;
        cells[DEMAND.index("basis")] = basis;
        cells[DEMAND.index("edition")] = edition;
        tally.add(cells, published);
    }
}
