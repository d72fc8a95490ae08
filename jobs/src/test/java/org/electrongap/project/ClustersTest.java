package org.electrongap.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClustersTest {

    private static final LinkageRules RULES = LinkageRules.bundled();
    private static final PairComparison COMPARISON = new PairComparison(RULES);
    private static final double DEGREES_A_KM = 1 / 111.2;

    /** Buildings of one builder in a row to the north, so many kilometres from the first. */
    private static Member building(String id, String builder, double km) {
        ProjectRecord record = Register.record("county", id)
                .with("name", "unnamed data center")
                .with("developer", builder)
                .with("subdivisions", "US-VA")
                .at(39 + km * DEGREES_A_KM, -77.5)
                .linked(RULES);
        return new Member(record.id().number(), record, false, 0, LocalDate.MIN);
    }

    private static List<Set<String>> ids(List<List<Member>> clusters) {
        List<Set<String>> ids = new ArrayList<>();
        clusters.forEach(members -> ids.add(members.stream()
                .map(member -> member.record().id().recordId())
                .collect(java.util.stream.Collectors.toSet())));
        return ids;
    }

    @Test
    void aChainBetweenTwoCampusesFallsApart() {
        List<Member> chain = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            chain.add(building("a" + i, "Acme", 0.05 * i));
            chain.add(building("b" + i, "Acme", 6 + 0.05 * i));
        }
        chain.add(building("between", "Acme", 0.9));
        List<Set<String>> clusters = ids(Clusters.of(chain, COMPARISON, Set.of()));
        assertThat(clusters)
                .as("two campuses")
                .anySatisfy(
                        ids -> assertThat(ids).contains("a0", "a1", "a2", "a3").doesNotContain("b0"));
        assertThat(clusters).anySatisfy(ids -> assertThat(ids).containsExactlyInAnyOrder("b0", "b1", "b2", "b3"));
    }

    @Test
    void theOrderOfTheRecordsDoesNotMatter() {
        List<Member> members = new ArrayList<>();
        Random random = new Random(17);
        for (int i = 0; i < 60; i++) {
            members.add(building("r" + i, i % 3 == 0 ? "Acme" : "Beta", 5 * random.nextDouble()));
        }
        List<Set<String>> clusters = ids(Clusters.of(members, COMPARISON, Set.of()));
        Collections.shuffle(members, random);
        assertThat(ids(Clusters.of(members, COMPARISON, Set.of()))).isEqualTo(clusters);
        assertThat(clusters.stream().mapToInt(Set::size).sum()).as("each once").isEqualTo(60);
    }

    @Test
    void whatTheUserDeclaredTheSameStaysTogether() {
        Member far = building("far", "Beta", 40);
        List<Member> members = List.of(building("a0", "Acme", 0), building("a1", "Acme", 0.05), far);
        Link forced = Link.of(members.get(0).number(), far.number(), 0);
        assertThat(Clusters.of(members, COMPARISON, Set.of()))
                .as("by themselves")
                .hasSize(2);
        assertThat(Clusters.of(members, COMPARISON, Set.of(forced)))
                .as("forced")
                .hasSize(1);
    }
}
