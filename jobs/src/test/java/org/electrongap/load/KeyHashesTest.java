package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Hashes that are compared in bulk, against counting them one by one. */
class KeyHashesTest {

    @RepeatedTest(30)
    void whatHasNoPartnerIsWhatIsNotAsOftenInBoth(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        Map<Long, Integer> difference = new TreeMap<>();
        byte[][] sides = new byte[2][];
        long spread = 1L << random.nextInt(4, 63);
        for (int side = 0; side < 2; side++) {
            KeyHashes hashes = new KeyHashes(1);
            for (int i = random.nextInt(2000); i > 0; i--) {
                long hash = random.nextLong(-spread, spread);
                hashes.add(hash);
                difference.merge(hash, side == 0 ? 1 : -1, Integer::sum);
            }
            sides[side] = hashes.bytes();
        }
        difference.values().removeIf(count -> count == 0);

        KeyHashes.Unpaired unpaired = KeyHashes.unpaired(List.of(sides[0]), List.of(sides[1]));

        assertThat(unpaired.hashes())
                .containsExactly(
                        difference.keySet().stream().mapToLong(Long::longValue).toArray());
    }

    @RepeatedTest(10)
    void aHashThatOccursTwiceIsRepeated(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        KeyHashes first = new KeyHashes(1);
        KeyHashes second = new KeyHashes(1);
        Map<Long, Long> counts = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            long hash = random.nextLong(-300, 300) << 54;
            (random.nextInt(2) == 0 ? first : second).add(hash);
            counts.merge(hash, 1L, Long::sum);
        }
        counts.values().removeIf(count -> count == 1);

        KeyHashes.RepeatedKeys repeated = KeyHashes.repeated(List.of(first.bytes(), second.bytes()));

        assertThat(new TreeSet<>(counts.keySet()))
                .containsExactly(
                        java.util.Arrays.stream(repeated.hashes()).boxed().toArray(Long[]::new));
        assertThat(repeated.records())
                .isEqualTo(counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
