package org.electrongap.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What a Java machine needs before Spark starts in it. */
class SessionsTest {

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
