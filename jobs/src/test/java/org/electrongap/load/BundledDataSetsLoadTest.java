package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.load.record.RecordCounts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every bundled data set passes the rules that it holds other files to. */
class BundledDataSetsLoadTest {

    private final Storage storage = Storages.of(Configuration::new);

    @TestFactory
    List<DynamicTest> everyRecordOfEveryBundledFileIsAccepted() throws IOException {
        return DataPackage.folders(storage, "bundled:").stream()
                .map(folder -> DynamicTest.dynamicTest(folder, () -> everyRecordIsAccepted(folder)))
                .toList();
    }

    private void everyRecordIsAccepted(String folder) throws IOException {
        for (Resource resource : DataPackage.read(storage, folder).resources()) {
            for (SourceFile file : SourceFiles.of(resource, storage)) {
                var sorted = SmallFile.sort(resource, file, storage, java.time.LocalDate.of(2026, 11, 22));
                RecordCounts counts = sorted.counts();
                assertThat(sorted.faults()).as("faults of " + resource.title()).isEmpty();
                assertThat(sorted.quarantined())
                        .as(resource.title() + ": " + counts.text())
                        .isEmpty();
                assertThat(counts.accepted()).as(resource.title()).isPositive().isEqualTo(counts.read());
            }
        }
    }
}
