package org.electrongap.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.DistributionKind;
import org.electrongap.share.simulation.PublishedMixture;
import org.electrongap.share.simulation.PublishedValue;
import org.junit.jupiter.api.Test;

/** What a reader is told of an interpolated year. */
class LoadShareRowsTest {

    @Test
    void bothEndsOfAnInterpolationAreNamed() {
        PublishedMixture mixture = PublishedMixture.of(
                List.of(
                        new PublishedValue("LBNL", 2028, 450, .2),
                        new PublishedValue("IEA", 2030, 420, .2),
                        new PublishedValue("EPRI", 2030, 500, .2)),
                1,
                Optional.of(load(2024)));

        assertThat(LoadShareRows.interpolated(mixture, 2025))
                .as("before the first forecast")
                .isEqualTo("interpolated between the load of 2024 (datacenter_load_base: test 2024)"
                        + " and forecasts of 2028 (1 publisher)");
        assertThat(LoadShareRows.interpolated(mixture, 2024))
                .as("the base itself")
                .isEqualTo("no forecast, but the load of 2024 (datacenter_load_base: test 2024)");
        assertThat(LoadShareRows.interpolated(mixture, 2029))
                .as("between two")
                .isEqualTo("interpolated between forecasts of 2028 (1 publisher) and forecasts of 2030 (2 publishers)");
    }

    private static Assumption load(int year) {
        return new Assumption(
                "datacenter_load_base",
                OptionalInt.of(year),
                200,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                DistributionKind.FIXED,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "TWh",
                "test 2024");
    }
}
