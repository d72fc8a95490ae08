package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import org.electrongap.run.RunStoppedException;
import org.electrongap.run.StopRequest;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;

class UpkeepFailuresTest {

    private static final IllegalStateException DAMAGED = new IllegalStateException("its log is damaged");

    private final UpkeepFailures failures = new UpkeepFailures();

    @Test
    void everyTableThatFailedIsNamed() throws InterruptedException {
        failed("capacity", DAMAGED);
        assertThat(failures.lineOf(TableName.core("demand"), CompletableFuture.completedFuture("cleaned")))
                .contains("cleaned");
        failed("plants", new InternalError("Out of space in CodeCache"));

        assertThatThrownBy(failures::end)
                .hasMessageContaining("2 tables could not be maintained")
                .hasMessageContaining("core/capacity: its log is damaged; core/plants: Out of space in CodeCache")
                .hasMessageContaining("-XX:ReservedCodeCacheSize=240m")
                .hasCause(DAMAGED)
                .satisfies(end -> assertThat(end.getSuppressed()).hasSize(1));
    }

    @Test
    void aRunThatIsToEndSaysSoWhateverElseFailed() throws InterruptedException {
        StopRequest stop = new StopRequest();
        stop.make("it got a signal");
        Throwable stopped = catchThrowable(stop::check);
        failed("capacity", DAMAGED);
        failed("plants", stopped);

        assertThatThrownBy(failures::end)
                .isInstanceOf(RunStoppedException.class)
                .isSameAs(stopped)
                .hasSuppressedException(DAMAGED);
    }

    @Test
    void whereNoneFailedTheRunGoesOn() {
        assertThatCode(failures::end).doesNotThrowAnyException();
    }

    private void failed(String table, Throwable reason) throws InterruptedException {
        assertThat(failures.lineOf(TableName.core(table), CompletableFuture.failedFuture(reason)))
                .isEmpty();
    }
}
