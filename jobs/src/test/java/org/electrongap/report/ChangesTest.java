package org.electrongap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void causesAndAnswersAreToldApart() {
        Changes changes = new Changes(
                manifest(
                        "c0de1111",
                        0.086,
                        List.of(input("demand", "2025-01", "aaaa"), input("assumptions", "2025", "x"))),
                manifest(
                        "c0de2222",
                        0.091,
                        List.of(input("demand", "2026-01", "bbbb"), input("assumptions", "2025", "y"))));

        assertThat(changes.sources()).extracting(Changes.Change::what).containsExactly("demand/slice");
        assertThat(changes.assumptions()).extracting(Changes.Change::now).containsExactly("2025 (y)");
        assertThat(changes.code()).extracting(Changes.Change::before).containsExactly("1 (c0de1111)");
        assertThat(changes.figures().get(0).change()).isEqualTo(0.091 - 0.086);
    }

    @Test
    void equalSetsDifferInNothing() {
        Manifest manifest = manifest("c0de", 0.086, List.of(input("demand", "2025-01", "aaaa")));
        Changes changes = new Changes(manifest, manifest);

        assertThat(changes.sources()).isEmpty();
        assertThat(changes.assumptions()).isEmpty();
        assertThat(changes.code()).isEmpty();
        assertThat(changes.figures()).isEmpty();
    }

    @Test
    void anotherVerdictOfOneClaimIsTold() {
        List<Changes.Change> verdicts = Changes.verdicts(
                Map.of("a", "off", "b", "supported"), Map.of("a", "supported", "b", "supported", "new", "off"));

        assertThat(verdicts).extracting(Changes.Change::what).containsExactly("a");
    }

    private static Manifest.Input input(String dataset, String edition, String hash) {
        return new Manifest.Input(dataset, "r", "core/" + dataset, dataset + "/slice", "f.csv", hash, edition, 1);
    }

    private static Manifest manifest(String code, double share, List<Manifest.Input> inputs) {
        Manifest.Figure figure =
                new Manifest.Figure("share", "Share", 2030, share, null, null, null, "fraction", "end use", "basis");
        return new Manifest(
                1,
                "run",
                "2026-01-01",
                "2026-01-01",
                "1",
                code,
                "complete",
                "../warehouse",
                "",
                List.of(figure),
                List.of(),
                inputs,
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
