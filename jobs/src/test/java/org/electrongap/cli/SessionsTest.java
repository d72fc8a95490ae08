package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.storage.HDFSLogStore;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.delta.storage.LogStore$;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Java machine needs before Spark starts in it. */
class SessionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark.delta.logStore.class",
                "delta.logStore.class",
                "spark.delta.logStore.file.impl",
                "delta.logStore.file.impl",
            })
    void aLogStoreOfTheUsersOwnStandsAlone(String key) {
        SparkConf conf = Sessions.configured(new SparkConf(false), null, Map.of(key, HDFSLogStore.class.getName()));
        assertThatCode(() -> LogStore$.MODULE$.checkLogStoreConfConflicts(conf)).doesNotThrowAnyException();
        assertThatCode(() -> LogStore$.MODULE$.verifyLogStoreConfs(conf)).doesNotThrowAnyException();
        assertThat(conf.getAll())
                .filteredOn(setting -> setting._1.contains("delta.logStore."))
                .extracting(setting -> setting._1)
                .containsExactly(key);
    }

    @Test
    void aMachineThatKeepsTheJdksPackagesClosedIsToldWhatToSubmitWith() {
        assertThatThrownBy(() -> Sessions.requireOpenPackages(name -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cluster mode")
                .hasMessageContaining("spark.driver.extraJavaOptions=")
                .hasMessageContaining("--add-opens=java.base/sun.util.calendar=ALL-UNNAMED");
        assertThatCode(() -> Sessions.requireOpenPackages(name -> true)).doesNotThrowAnyException();
    }
}
