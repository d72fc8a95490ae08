package org.electrongap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

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
    void figuresOfTwoYearsAreNotSubtracted() {
        Changes changes = new Changes(
                manifest("c0de", generation(2023, 4252), List.of()),
                manifest("c0de", generation(2025, 4519), List.of()));

        assertThat(changes.figures()).singleElement().satisfies(change -> {
            assertThat(change.change()).isNull();
            assertThat(change.what()).isEqualTo("Generation 2025 (before: of 2023)");
        });
    }

    @Test
    void hashesAreToldWhereEditionsAreTheSame() {
        Changes changes = new Changes(
                manifest("c", 1, List.of(input("demand", "2025-01", "aaaa"), input("market", "2025", "cccc"))),
                manifest("c", 1, List.of(input("demand", "2025-01", "bbbb"), input("market", "2026", "dddd"))));

        assertThat(changes.sources()).extracting(Changes.Change::now).containsExactly("2025-01 (bbbb)", "2026");
    }

    @Test
    void anotherVerdictOfOneClaimIsTold() {
        List<Changes.Change> verdicts = Changes.verdicts(
                Map.of("a", "off", "b", "supported"), Map.of("a", "supported", "b", "supported", "new", "off"));

        assertThat(verdicts).extracting(Changes.Change::what).containsExactly("a");
    }

    @Test
    void editionsAreToldWithTheirPointsAndTheRestIsTheWorkOfTheOnlyOtherCause() {
        Changes changes = new Changes(
                manifest("c0de", 0.084, List.of(input("assumptions", "2025", "x"))),
                manifest("c0de", 0.086, List.of(input("assumptions", "2025", "y"))));
        List<Map<String, Object>> before = List.of(edition(1, "IEA", .083, null), edition(2, "EPRI", .084, .1));
        List<Map<String, Object>> now =
                List.of(edition(1, "IEA", .0835, null), edition(2, "EPRI", .0845, .1), edition(3, "LBNL", .086, .15));

        List<Changes.Change> moves = changes.shareMoves(before, now);
        assertThat(moves).extracting(Changes.Change::what).containsExactly("LBNL, edition 2026", "assumptions");
        assertThat(moves)
                .extracting(Changes.Change::kind)
                .containsExactly(Changes.Kind.SOURCE, Changes.Kind.ASSUMPTION);
        assertThat(moves.get(0).change()).as("points of the edition").isCloseTo(.0015, within(1e-12));
        assertThat(moves.get(1).change()).as("points of the assumption").isCloseTo(.0005, within(1e-12));
    }

    @Test
    void assumptionIsNamedWithItsValueBeforeAndNow() {
        assertThat(Changes.assumptionRows(
                        List.of(assumption("growth_initial@2026", .15), assumption("ramp", .8)),
                        List.of(assumption("growth_initial@2026", .16), assumption("ramp", .8))))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.what()).isEqualTo("growth_initial@2026");
                    assertThat(change.before()).isEqualTo("0.1500 [0.1000 to 0.2000]");
                    assertThat(change.now()).isEqualTo("0.1600 [0.1000 to 0.2000]");
                });
    }

    private static Map<String, Object> assumption(String name, double value) {
        return Map.of("assumption", name, "value", value, "value_low", .1, "value_high", .2);
    }

    @Test
    void editionThatIsGoneAgainTakesItsPointsWithIt() {
        Changes changes = new Changes(manifest("c0de", 0.086, List.of()), manifest("c0de", 0.084, List.of()));
        List<Map<String, Object>> before = List.of(edition(1, "IEA", .084, null), edition(2, "LBNL", .086, .2));

        assertThat(changes.shareMoves(before, before.subList(0, 1)))
                .singleElement()
                .satisfies(move -> assertThat(move.change()).isCloseTo(-.002, within(1e-12)));
    }

    @Test
    void restOfTwoCausesIsNotToldApart() {
        Changes changes = new Changes(
                manifest("c0de1", 0.084, List.of(input("assumptions", "2025", "x"))),
                manifest("c0de2", 0.086, List.of(input("assumptions", "2025", "y"))));

        assertThat(changes.shareMoves(List.of(edition(1, "IEA", .084, null)), List.of(edition(1, "IEA", .086, null))))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.kind()).isEqualTo(Changes.Kind.MIXED);
                    assertThat(move.what()).isEqualTo("assumptions and code");
                });
    }

    @Test
    void threeCausesAreToldAsAList() {
        Changes changes = new Changes(
                manifest(
                        "c0de1",
                        0.084,
                        List.of(input("assumptions", "2025", "x"), input("preferred_sources", "2025", "x"))),
                manifest(
                        "c0de2",
                        0.086,
                        List.of(input("assumptions", "2025", "y"), input("preferred_sources", "2026", "y"))));

        assertThat(changes.shareMoves(List.of(edition(1, "IEA", .084, null)), List.of(edition(1, "IEA", .086, null))))
                .extracting(Changes.Change::what)
                .containsExactly("other sources, assumptions and code");
    }

    @Test
    void editionThatBeginsANewHistoryStandsForThoseBeforeIt() {
        Changes changes = new Changes(manifest("c0de", .085, List.of()), manifest("c0de", .094, List.of()));
        List<Map<String, Object>> before =
                List.of(edition(1, "LBNL", .083, null), edition(2, "EPRI", .084, .1), edition(3, "IEA", .085, .1));
        List<Map<String, Object>> now = List.of(edition(4, "LBNL anew", .092, null), edition(5, "Gartner", .094, .2));

        assertThat(changes.shareMoves(before, now))
                .as("no older edition is told as withdrawn, and nothing is left over")
                .extracting(Changes.Change::what, move -> Math.round(move.change() * 1e6))
                .containsExactly(tuple("LBNL anew, edition 2026", 7000L), tuple("Gartner, edition 2026", 2000L));
        assertThat(changes.shareMoves(now, before))
                .as("and back")
                .extracting(Changes.Change::what, move -> Math.round(move.change() * 1e6))
                .containsExactly(tuple("LBNL anew, edition 2026", -7000L), tuple("Gartner, edition 2026", -2000L));
    }

    @Test
    void editionAfterTheOneThatBeginsANewHistoryIsNotCountedTwice() {
        Changes changes = new Changes(manifest("c0de", .085, List.of()), manifest("c0de", .093, List.of()));
        List<Map<String, Object>> before = List.of(edition(1, "LBNL", .083, null), edition(3, "IEA", .085, .2));
        List<Map<String, Object>> now = List.of(edition(2, "LBNL anew", .091, null), edition(3, "IEA", .093, .2));

        assertThat(changes.shareMoves(before, now)).singleElement().satisfies(move -> {
            assertThat(move.what()).isEqualTo("LBNL anew, edition 2026");
            assertThat(move.change()).isCloseTo(.008, within(1e-12));
        });
    }

    @Test
    void replacedFileOfAnEditionThatBothKnowMayStandBehindTheRest() {
        Changes changes = new Changes(
                manifest("c0de", .084, List.of(input("demand", "2026", "aaaa"), input("datacenter_load", "2025", "x"))),
                manifest(
                        "c0de", .086, List.of(input("demand", "2026", "bbbb"), input("datacenter_load", "2026", "y"))));
        List<Map<String, Object>> before = List.of(edition(1, "EIA", .084, null));
        List<Map<String, Object>> now = List.of(edition(1, "EIA", .0845, null), edition(2, "IEA", .086, .15));

        assertThat(changes.shareMoves(before, now))
                .extracting(Changes.Change::kind, Changes.Change::what)
                .containsExactly(
                        tuple(Changes.Kind.SOURCE, "IEA, edition 2026"), tuple(Changes.Kind.SOURCE, "other sources"));
    }

    private static Map<String, Object> edition(long step, String publisher, double share, Double points) {
        Map<String, Object> row = new java.util.HashMap<>();
        row.put("step_number", step);
        row.put("published", java.sql.Date.valueOf("2026-01-0" + step));
        row.put("publisher", publisher);
        row.put("edition", "2026");
        row.put("tables", "published_forecasts");
        row.put("share", share);
        row.put("share_points", points);
        return row;
    }

    private static Manifest.Input input(String dataset, String edition, String hash) {
        return new Manifest.Input(dataset, "r", "core/" + dataset, dataset + "/slice", "f.csv", hash, edition, 1);
    }

    private static Manifest.Figure generation(int year, double value) {
        return new Manifest.Figure("g", "Generation " + year, year, value, null, null, null, "TWh", "", "basis");
    }

    private static Manifest manifest(String code, double share, List<Manifest.Input> inputs) {
        return manifest(
                code,
                new Manifest.Figure("share", "Share", 2030, share, null, null, null, "fraction", "end use", "basis"),
                inputs);
    }

    private static Manifest manifest(String code, Manifest.Figure figure, List<Manifest.Input> inputs) {
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
