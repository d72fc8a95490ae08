package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeTest {

    @ParameterizedTest
    @CsvSource({
        "file:/data/reports, file:/data/warehouse, ../warehouse",
        "file:/data/my reports, file:/data/my warehouse, ../my warehouse",
        "file:/data/reports, file:/data/reports/warehouse, warehouse",
        "hdfs://a:8020/reports, hdfs://a:8020/x/warehouse, ../x/warehouse",
        "s3a://reports/x, s3a://warehouse/x, s3a://warehouse/x",
        "file:/data/reports, s3a://bucket/warehouse, s3a://bucket/warehouse"
    })
    void anAddressIsRelativeWhereBothLieOnOneFileSystem(String from, String address, String expected) {
        assertThat(Relative.path(from, address)).isEqualTo(expected);
    }
}
