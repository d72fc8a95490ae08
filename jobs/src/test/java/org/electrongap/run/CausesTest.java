package org.electrongap.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void aFullDiskIsNamedWithWhatToDo() {
        IOException full = new FileSystemException("/w/.ledger.json.tmp", null, "No space left on device");

        assertThat(Causes.message(new UncheckedIOException("/w/ledger.json cannot be written", full)))
                .isEqualTo("/w/ledger.json cannot be written: /w/.ledger.json.tmp: No space left on device."
                        + " Make room (maintain removes what no reader follows any more), then run the job again.");
    }

    @Test
    void aRightThatIsMissingIsNamedWithWhatToDo() {
        assertThat(Causes.message(new UncheckedIOException(
                        "the lock cannot be created", new AccessDeniedException("/w/lock.json"))))
                .startsWith("the lock cannot be created: /w/lock.json: permission denied. Give the user")
                .endsWith("doctor tries it.");
    }

    @Test
    void theInnermostReasonIsToldOnce() {
        RuntimeException inner = new IllegalStateException("the file is not Parquet.");

        assertThat(Causes.message(new IllegalStateException("table a cannot be written", new RuntimeException(inner))))
                .isEqualTo("table a cannot be written: the file is not Parquet.");
        assertThat(Causes.message(inner)).isEqualTo("the file is not Parquet.");
        assertThat(Causes.message(new IllegalStateException("step a failed: the file is not Parquet.", inner)))
                .isEqualTo("step a failed: the file is not Parquet.");
    }

    @Test
    void ofALongReasonTheFirstLineIsTold() {
        RuntimeException inner = new IllegalStateException("unexpected end\n at line 1");

        assertThat(Causes.message(
                        new IllegalStateException("the ledger is damaged: unexpected end. Restore it", inner)))
                .isEqualTo("the ledger is damaged: unexpected end. Restore it");
        assertThat(Causes.message(new IllegalStateException("the ledger is damaged", inner)))
                .isEqualTo("the ledger is damaged: unexpected end");
    }

    @Test
    void aFailureWithoutAMessageIsToldByItsKind() {
        assertThat(Causes.message(new NullPointerException())).isEqualTo("NullPointerException");
    }

    @Test
    void tooLittleMemoryIsNamedWithWhatToDo() {
        assertThat(Causes.message(new IllegalStateException(
                        "step growth failed", new OutOfMemoryError("Unable to acquire 64 bytes of memory"))))
                .startsWith("step growth failed: Unable to acquire 64 bytes of memory. Give Java more memory")
                .contains("-Xmx4g");
    }

    @Test
    void noRoomForCompiledCodeIsNamedWithWhatToDo() {
        Error inner = new InternalError("Out of space in CodeCache for adapters");

        assertThat(Causes.message(new IllegalStateException("table out/growth cannot be written", inner)))
                .isEqualTo("table out/growth cannot be written: Out of space in CodeCache for adapters."
                        + " Start Java, or the driver, with -XX:ReservedCodeCacheSize=240m.");
    }
}
