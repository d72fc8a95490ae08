package org.electrongap.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+0.0",
                ".5",
                "-.5",
                "5.",
                "007.50",
                "0.1",
                "0.30000000000000004",
                "9007199254740991",
                "9007199254740993",
                "900719925474099.2",
                "123456789012345678901234567890",
                "0.0000000000000000000001",
                "0.00000000000000000000001",
                "1e3",
                "-2.2E-16",
                "4.9e-324",
                "1.7976931348623157e308"
            })
    void aTextBecomesTheDoubleThatJavaGivesBitByBit(String text) {
        assertThat(Double.doubleToRawLongBits(Decimals.parsed(text)))
                .as(text)
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Test
    void randomTextsBecomeTheDoublesThatJavaGives() {
        RandomGenerator random = new SplittableRandom(20261122);
        for (int i = 0; i < 200_000; i++) {
            String text = text(random);
            assertThat(Double.doubleToRawLongBits(Decimals.parsed(text)))
                    .as(text)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "+.", "1.2.3", "1,5", "0x10"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> Decimals.parsed(text)).as(text).isInstanceOf(NumberFormatException.class);
    }

    private static String text(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(20) - 8));
            case 1 -> String.format(Locale.ROOT, "%." + random.nextInt(25) + "f", random.nextGaussian() * 1e4);
            case 2 -> Long.toString(random.nextLong() >> random.nextInt(64));
            default -> random.nextLong(1L << 53) + "." + random.nextInt(1000);
        };
    }
}
