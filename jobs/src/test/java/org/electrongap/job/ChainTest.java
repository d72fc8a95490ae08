package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.electrongap.run.Build;
import org.electrongap.run.Fingerprint;
import org.electrongap.run.Ledger;
import org.electrongap.run.Run;
import org.electrongap.run.SliceReceipt;
import org.electrongap.run.StepReceipt;
import org.electrongap.table.TableName;
import org.electrongap.table.Zone;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final TableName CAPACITY = TableName.core("capacity");
    private static final TableName TRAJECTORIES = TableName.out("trajectories");
    private static final TableName CLAIMS = TableName.out("claims");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final Step growth = new NamedStep("growth", List.of(CAPACITY), List.of(TRAJECTORIES), List.of("seed"));
    private final Step audit = new NamedStep("audit", List.of(TRAJECTORIES), List.of(CLAIMS), List.of());
    private final Step page = new NamedStep("page", List.of(CLAIMS), List.of(), List.of());
    private final Chain chain = new Chain(List.of(growth, audit));

    @Test
    void aStepThatNeverRanIsStale() {
        assertThat(staleness(growth, Ledger.empty(), run(DAY))).contains("it has not run here before");
    }

    @Test
    void aStepWhoseInputsHaveNotChangedIsNot() {
        Ledger ledger = finished(growth, loaded("hash-1", "2025-03-31"), run(DAY));

        assertThat(chain.staleness(growth, chain.fingerprint(growth, ledger, run(DAY)), ledger))
                .isEmpty();
    }

    @Test
    void aFileThatChangedMakesItStaleAndIsNamed() {
        Ledger ledger = finished(growth, loaded("hash-1", "2025-03-31"), run(DAY));
        Ledger renewed = ledger.loaded(List.of(receipt("hash-2", "2025-03-31")), CAPACITY.path(), 2);

        assertThat(staleness(growth, renewed, run(DAY))).contains("slice core/capacity capacity/a changed");
    }

    @Test
    void aSliceThatWasReadAgainBesideOtherSlicesMakesItStale() {
        Ledger ledger = finished(growth, loaded("hash-1", "2025-03-31"), run(DAY));
        SliceReceipt beside = receipt("hash-1", Map.of("capacity/b", "of today"), "2025-03-31");

        assertThat(staleness(growth, ledger.loaded(List.of(beside), CAPACITY.path(), 2), run(DAY)))
                .contains("slice core/capacity capacity/a changed");
    }

    @Test
    void anotherDayMakesItStaleOnlyWhereItSeesOtherEditions() {
        Ledger ledger = finished(growth, loaded("hash-1", "2025-03-31", "2026-03-31"), run(DAY));

        assertThat(staleness(growth, ledger, run(LocalDate.of(2026, 4, 1))))
                .as("the same editions")
                .isEmpty();
        assertThat(staleness(growth, ledger, run(LocalDate.of(2026, 3, 30))))
                .as("an older edition")
                .isPresent();
        assertThat(staleness(growth, ledger, run(LocalDate.of(2025, 3, 30))))
                .as("no edition")
                .contains("slice core/capacity capacity/a removed");
    }

    @Test
    void anotherJarOrSettingMakesItStale() {
        Ledger ledger = finished(growth, loaded("hash-1", "2025-03-31"), run(DAY));

        assertThat(staleness(growth, ledger, run(DAY, "another jar", Map.of()))).contains("code changed");
        assertThat(staleness(growth, ledger, run(DAY, "jar", Map.of("seed", "7"))))
                .contains("setting seed changed");
        assertThat(staleness(growth, ledger, run(DAY, "jar", Map.of("other", "7"))))
                .as("a setting that it does not read")
                .isEmpty();
    }

    @Test
    void aStepIsStaleWhenTheStepThatItReadsRanOnOtherInputs() {
        Ledger first = finished(audit, finished(growth, loaded("hash-1", "2025-03-31"), run(DAY)), run(DAY));
        assertThat(staleness(audit, first, run(DAY))).as("nothing happened").isEmpty();

        Ledger renewed = first.loaded(List.of(receipt("hash-2", "2025-03-31")), CAPACITY.path(), 2);
        assertThat(staleness(audit, finished(growth, renewed, run(DAY)), run(DAY)))
                .contains("table out/trajectories changed");
    }

    @Test
    void aFourthReasonIsCounted() {
        Fingerprint now = Fingerprint.of(Map.of("a", "1", "b", "1", "c", "1", "d", "1", "e", "1"));
        Ledger ledger = Ledger.empty()
                .finished(new StepReceipt("growth", Map.of("a", "0"), Map.of(), Map.of(), Map.of(), "run-1"));

        assertThat(chain.staleness(growth, now, ledger)).contains("a changed, b added, c added and 2 more");
    }

    @Test
    void upstreamOfAStepAreThoseWhoseTablesItReads() {
        assertThat(chain.upstreamOf(audit)).containsExactly(growth);
        assertThat(chain.upstreamOf(growth)).isEmpty();
        assertThat(new Chain(List.of(growth, audit, page)).upstreamOf(page))
                .as("through another step too")
                .containsExactly(growth, audit);
        assertThatThrownBy(() -> chain.step("nonsense")).hasMessageContaining("there is no step 'nonsense'");
    }

    @Test
    void inTheRealChainEveryOutTableIsWrittenOnceAndBeforeItIsRead() {
        List<Step> steps = Steps.chain().steps();
        assertThat(steps.stream().flatMap(step -> step.writes().stream()))
                .as("out tables written")
                .doesNotHaveDuplicates()
                .allSatisfy(table -> assertThat(table.zone()).isEqualTo(Zone.OUT));
        for (int i = 0; i < steps.size(); i++) {
            List<TableName> before = steps.subList(0, i).stream()
                    .flatMap(step -> step.writes().stream())
                    .toList();
            assertThat(steps.get(i).reads().stream().filter(table -> table.zone() == Zone.OUT))
                    .as("out tables that %s reads", steps.get(i).name())
                    .isSubsetOf(before);
        }
    }

    private java.util.Optional<String> staleness(Step step, Ledger ledger, Run run) {
        return chain.staleness(step, chain.fingerprint(step, ledger, run), ledger);
    }

    private Ledger finished(Step step, Ledger ledger, Run run) {
        return ledger.finished(new StepReceipt(
                step.name(), chain.fingerprint(step, ledger, run).parts(), Map.of(), Map.of(), Map.of(), run.id()));
    }

    private static Ledger loaded(String hash, String... editions) {
        return Ledger.empty().loaded(List.of(receipt(hash, editions)), CAPACITY.path(), 1);
    }

    private static SliceReceipt receipt(String hash, String... editions) {
        return receipt(hash, Map.of(), editions);
    }

    private static SliceReceipt receipt(String hash, Map<String, String> leansOn, String... editions) {
        return new SliceReceipt(
                CAPACITY.path(),
                "capacity/a",
                "capacity",
                "a",
                "",
                "a.csv",
                hash,
                "",
                List.of(editions),
                List.of(),
                1,
                1,
                0,
                0,
                Map.of(),
                0,
                "run-1",
                "2026-06-01T00:00:00Z",
                "",
                leansOn);
    }

    private static Run run(LocalDate asOf) {
        return run(asOf, "jar", Map.of());
    }

    private static Run run(LocalDate asOf, String code, Map<String, String> settings) {
        return new Run("run-1", "nightly", asOf, Instant.EPOCH, new Build("1", "4.1.0", "4.4.0", code), settings);
    }
}
