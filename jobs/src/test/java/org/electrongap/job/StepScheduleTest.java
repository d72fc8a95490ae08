package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;

class StepScheduleTest {

    private static final TableName PIPELINE = TableName.out("pipeline");
    private static final TableName SHARE = TableName.out("load_share");

    private final Step growth = new NamedStep("growth", List.of(), List.of(TableName.out("trajectories")), List.of());
    private final Step projects = new NamedStep("projects", List.of(), List.of(PIPELINE), List.of());
    private final Step share = new NamedStep("load-share", List.of(PIPELINE), List.of(SHARE), List.of());
    private final Step audit = new NamedStep("audit", List.of(SHARE), List.of(), List.of());
    private final List<Step> steps = List.of(growth, projects, share, audit);
    private final StepSchedule schedule = new StepSchedule(new Chain(steps));

    private final Queue<String> finished = new ConcurrentLinkedQueue<>();

    @Test
    void aStepRunsAfterThoseWhoseTablesItReads() {
        schedule.forEach(steps, step -> finished.add(step.name()));

        assertThat(finished).containsExactlyInAnyOrder("growth", "projects", "load-share", "audit");
        assertThat(finished).containsSubsequence("projects", "load-share", "audit");
    }

    @Test
    void stepsThatDoNotWaitForEachOtherRunSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);

        schedule.forEach(List.of(growth, projects), step -> meet(both, step));

        assertThat(finished).as("each met the other").containsExactlyInAnyOrder("growth", "projects");
    }

    @Test
    void afterAFailureItsFollowersDoNotStartAndTheStepsBesideItFinish() {
        assertThatThrownBy(() -> schedule.forEach(steps, this::failingProjects))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no pipeline");
        assertThat(finished).containsExactly("growth");
    }

    @Test
    void theFailureToldIsTheFirstOfTheChainWhicheverCameFirst() {
        IntStream.range(0, 50)
                .forEach(i -> assertThatThrownBy(() -> schedule.forEach(List.of(growth, projects), step -> {
                            throw new IllegalStateException(step.name());
                        }))
                        .hasMessage("growth"));
    }

    private void failingProjects(Step step) {
        if (step.equals(projects)) {
            throw new IllegalStateException("no pipeline");
        }
        finished.add(step.name());
    }

    private void meet(CyclicBarrier both, Step step) {
        try {
            both.await(30, TimeUnit.SECONDS);
            finished.add(step.name());
        } catch (Exception e) {
            throw new IllegalStateException("the other step did not start beside " + step.name(), e);
        }
    }
}
