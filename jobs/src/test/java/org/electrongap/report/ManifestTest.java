package org.electrongap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void filesThatDifferOnlyInTheirBytesHoldTheSameResult() {
        assertThat(manifest(report(3, "17", "a1")).hasSameResultAs(manifest(report(3, "17", "b2"))))
                .isTrue();
    }

    @Test
    void otherRowsAreAnotherResult() {
        assertThat(manifest(report(3, "17", "a1")).hasSameResultAs(manifest(report(3, "18", "a1"))))
                .as("another digest")
                .isFalse();
        assertThat(manifest(report(3, "17", "a1")).hasSameResultAs(manifest(report(4, "17", "a1"))))
                .as("another count")
                .isFalse();
    }

    @Test
    void withoutADigestTheFilesDecide() {
        assertThat(manifest(report(3, "", "a1")).hasSameResultAs(manifest(report(3, "", "a1"))))
                .isTrue();
        assertThat(manifest(report(3, "", "a1")).hasSameResultAs(manifest(report(3, "", "b2"))))
                .isFalse();
        assertThat(manifest(report(3, null, "a1")).hasSameResultAs(manifest(report(3, "17", "a1"))))
                .as("a manifest of a build that kept no digest")
                .isFalse();
    }

    private static Manifest.Report report(long rows, String digest, String sha256) {
        return new Manifest.Report(
                "2026-06-01/adequacy",
                "Adequacy",
                "",
                rows,
                digest,
                List.of(new Manifest.File("2026-06-01/adequacy/part-00000.parquet", 10, sha256)),
                List.of(new Manifest.Field("region", "string", "", "")));
    }

    private static Manifest manifest(Manifest.Report report) {
        return new Manifest(
                Manifest.FORMAT,
                "run",
                "2026-06-01",
                "2026-06-01",
                "0.1.0",
                "code",
                "complete",
                "../warehouse",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of("adequacy", report)),
                new TreeMap<>());
    }
}
