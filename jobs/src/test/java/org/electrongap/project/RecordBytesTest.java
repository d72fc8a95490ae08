package org.electrongap.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A record comes back from its bytes as it was. */
class RecordBytesTest {

    private static final ProjectName NAME = new ProjectName(Set.of("tanglewood", "é東京"), Set.of("2"), Set.of("meta"));

    @Test
    void aFullRecordComesBack() {
        ProjectRecord record = record(
                Optional.of("programme 7"),
                Optional.of(new GeoPoint(-35.5, 139.25)),
                OptionalDouble.of(0),
                Optional.of(new DateSpan(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31))));
        assertThat(RecordBytes.read(RecordBytes.of(record))).as("read back").isEqualTo(record);
    }

    @Test
    void whatARecordLacksStaysEmpty() {
        ProjectRecord record = record(Optional.empty(), Optional.empty(), OptionalDouble.empty(), Optional.empty());
        assertThat(RecordBytes.read(RecordBytes.of(record))).as("read back").isEqualTo(record);
    }

    @Test
    void aTextOfAnyLengthComesBack() {
        ProjectRecord record =
                record(Optional.of("x".repeat(200_000)), Optional.empty(), OptionalDouble.of(1e9), Optional.empty());
        assertThat(RecordBytes.read(RecordBytes.of(record))).as("read back").isEqualTo(record);
    }

    private static ProjectRecord record(
            Optional<String> programme,
            Optional<GeoPoint> point,
            OptionalDouble powerMw,
            Optional<DateSpan> announced) {
        return new ProjectRecord(
                new RecordId("a register", "r1"),
                programme,
                "USA",
                Set.of("meta"),
                Set.of(),
                NAME,
                "",
                Set.of("US-LA", "US-TX"),
                "richland",
                new Ground(Set.of("parcel|1", "address|1 main"), Set.of("rayville")),
                point,
                "facility",
                powerMw,
                announced);
    }
}
