package org.electrongap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopRequestTest {

    @TempDir
    private Path folder;

    @Test
    void aRunGoesOnUntilItIsAskedToEndAndTheFirstReasonIsTold() {
        StopRequest stop = new StopRequest();
        assertThatCode(stop::check).doesNotThrowAnyException();

        stop.make("it got a signal");
        stop.make("its time is over");

        assertThatThrownBy(stop::check)
                .isInstanceOf(RunStoppedException.class)
                .hasMessageContaining("it got a signal")
                .hasMessageContaining("the next run continues there");
    }

    @Test
    void aRunThatDoesNotHeedTheRequestLosesItsLockAndCommitsNothingMore() {
        Store warehouse = Store.at(folder.toString(), new Configuration());
        StopRequest stop = new StopRequest();
        Lock lock =
                Lock.acquire(warehouse, "run-1", "nightly", Lock.Patience.waiting(Duration.ZERO), new WatchedTime());
        stop.onAbandon(lock::close);

        stop.make("it got a signal");
        stop.abandon();

        assertThat(warehouse.contains("lock.json")).as("lock").isFalse();
        assertThatThrownBy(lock::confirm).isInstanceOf(WarehouseBusyException.class);
    }
}
