package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A filter of hashes that lets each of them pass and few others. */
class SieveTest {

    private static final int OTHERS = 20_000;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void eachOfItsHashesPassesAndOfOthersAboutOneInAHundred() {
        for (int count : List.of(1, 3, 1000, 5000)) {
            long[] hashes = random.longs(count).toArray();
            Sieve sieve = sieve(hashes);
            assertThat(passing(sieve, hashes)).as("of %d hashes", count).isEqualTo(count);
            assertThat(passing(sieve, random.longs(OTHERS).toArray()))
                    .as("others, beside %d hashes", count)
                    .isLessThan(OTHERS / 40);
        }
    }

    @Test
    void theLeastAndTheGreatestHashPass() {
        long[] hashes = {0, 63, 64, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x1234_5678_9abc_def0L};
        assertThat(passing(sieve(hashes), hashes)).isEqualTo(hashes.length);
    }

    @Test
    void withoutHashesNothingPasses() {
        assertThat(passing(sieve(), random.longs(100).toArray())).isZero();
    }

    /** Of hashes that were found in three places. */
    private static Sieve sieve(long... hashes) {
        List<KeyHashes.Unpaired> found = List.of(
                new KeyHashes.Unpaired(Arrays.copyOfRange(hashes, 0, hashes.length / 2)),
                new KeyHashes.Unpaired(Arrays.copyOfRange(hashes, hashes.length / 2, hashes.length)),
                new KeyHashes.Unpaired(new long[0]));
        return Sieve.of(found);
    }

    private static long passing(Sieve sieve, long[] hashes) {
        return LongStream.of(hashes).filter(sieve::passes).count();
    }
}
