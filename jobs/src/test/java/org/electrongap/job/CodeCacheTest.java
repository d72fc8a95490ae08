package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeCacheTest {

    private static final long MIB = 1L << 20;

    @Test
    void theRoomOfOneCompilerIsTooSmallForANightly() {
        assertThatThrownBy(new CodeCache(48 * MIB)::enough)
                .hasMessageContaining("48 MiB of compiled code")
                .hasMessageContaining("-XX:ReservedCodeCacheSize=240m");
    }

    @Test
    void theRoomOfTwoCompilersIsEnough() {
        assertThat(new CodeCache(240 * MIB).enough()).isEqualTo("240 MiB for compiled code");
    }

    @Test
    void aMachineThatTellsNothingIsNotBlamed() {
        assertThat(new CodeCache(0).enough()).contains("no limit");
    }

    @Test
    void theRoomOfTheMachineThatRunsThisIsWhatItWasStartedWith() {
        assertThat(CodeCache.ofThisMachine().bytes() >> 20).isBetween(239L, 241L);
    }
}
