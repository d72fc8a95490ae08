package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.run.RunRecord;
import org.electrongap.run.Store;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step leaves that the Java machine itself ends. */
class StepFailureTest {

    @TempDir
    private Path folder;

    @Test
    void aStepForWhichThereIsNoRoomForCompiledCodeIsOnRecord() {
        Step step = new Ending(new InternalError("Out of space in CodeCache for adapters"));
        Jobs jobs = new FileLoading(folder).jobs(folder.resolve("none"), new Chain(List.of(step)));

        assertThatThrownBy(() -> jobs.step("ending"))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("step ending failed: Out of space in CodeCache");

        RunRecord record = RunRecord.all(Store.at(folder.resolve("warehouse").toString(), new Configuration()))
                .get(0);
        assertThat(record.status()).isEqualTo("failed");
        assertThat(record.message()).contains("-XX:ReservedCodeCacheSize=240m");
        assertThat(record.steps()).singleElement().satisfies(line -> {
            assertThat(line.status()).isEqualTo("failed");
            assertThat(line.reason()).contains("-XX:ReservedCodeCacheSize=240m");
        });
    }

    private record Ending(Error end) implements Step {
        @Override
        public String name() {
            return "ending";
        }

        @Override
        public List<TableName> reads() {
            return List.of();
        }

        @Override
        public List<TableName> writes() {
            return List.of(TableName.out("revisions"));
        }

        @Override
        public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
            throw end;
        }
    }
}
