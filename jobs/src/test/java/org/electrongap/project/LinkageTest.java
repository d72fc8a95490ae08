package org.electrongap.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinkageTest {

    private static final LinkageRules RULES = LinkageRules.bundled();
    private static final PairComparison COMPARISON = new PairComparison(RULES);

    @Test
    void weightIsTheLogarithmOfTheLikelihoodRatio() {
        var bits = LinkageRules.weights(
                new StringReader("hypothesis,field,level,m,u,reason\ncampus,name,same,0.8,0.1,why\n"));
        assertThat(bits.get(new LinkageRules.Weighed("campus", "name", "same"))).isCloseTo(3, within(1e-12));
        assertThatThrownBy(() -> LinkageRules.weights(new StringReader(
                        "hypothesis,field,level,m,u,reason\ncampus,a,b,1.2,0.1,why\ncampus,a,c,0.5,0.1,\n")))
                .as("all faults at once")
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 3");
    }

    @Test
    void namesAreTakenApartIntoWordsBuildingsAndParties() {
        ProjectName name =
                ProjectName.of("Amazon Web Services IAD-079 Beaumeade Data Center, Phase II", RULES.vocabulary());
        assertThat(name.parties()).containsExactly("amazon");
        assertThat(name.words()).containsExactly("beaumeade");
        assertThat(name.buildings()).containsExactlyInAnyOrder("iad79", "phase 2");
    }

    @Test
    void partiesAreBroughtToTheirParents() {
        assertThat(Parties.parents(
                        "RAGINGWIRE DATA CENTERS INC; Oracle for OpenAI; Señor Power LLC", RULES.vocabulary()))
                .containsExactlyInAnyOrder("ntt", "oracle", "openai", "senor power");
    }

    @Test
    void spansOfDatesKeepTheirPrecision() {
        assertThat(DateSpan.parse("2026-H2").orElseThrow())
                .isEqualTo(new DateSpan(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31)));
        assertThat(DateSpan.parse("2030/2035").orElseThrow().last()).isEqualTo(LocalDate.of(2035, 12, 31));
        assertThat(DateSpan.parse("2026-Q1").orElseThrow().last()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(DateSpan.parse("soon")).as("no date").isEmpty();
        assertThat(DateSpan.parse("2030/2029"))
                .as("a range that ends before it starts")
                .isEmpty();
    }

    @Test
    void distanceAlongTheGlobe() {
        assertThat(new GeoPoint(38.9, -77.5).distanceKm(new GeoPoint(39.9, -77.5)))
                .isCloseTo(111.195, within(0.01));
    }

    @Test
    void twoSitesAnnouncedTogetherStayTwoAndTwoFilingsOfOneLoadBecomeOne() {
        Register.Entry site = Register.record("press", "a")
                .with("name", "Stargate Milam")
                .with("developer", "Oracle")
                .with("tenant", "OpenAI")
                .with("subdivisions", "US-TX")
                .with("place", "Milam")
                .with("announced", "2025-09-23");
        ProjectRecord other = site.with("record_id", "b")
                .with("name", "Stargate Shackelford")
                .with("place", "Shackelford")
                .linked(RULES);
        assertThat(COMPARISON.merges(COMPARISON.best(site.linked(RULES), other)))
                .as("two sites")
                .isFalse();
        Register.Entry filing = site.with("power_mw", 300.0).with("name", "Heron");
        ProjectRecord elsewhere = filing.with("subdivisions", "US-OH")
                .with("place", "Lima")
                .with("power_mw", 302.0)
                .linked(RULES);
        PairScore score = COMPARISON.best(filing.linked(RULES), elsewhere);
        assertThat(score.hypothesis()).isEqualTo(Hypothesis.FILING);
        assertThat(COMPARISON.merges(score)).as("one load study in two states").isTrue();
    }

    @Test
    void twoBuildersInOneBusinessParkAreTwoCampuses() {
        Register.Entry equinix = Register.record("county", "a")
                .with("name", "Beaumeade")
                .with("developer", "Equinix")
                .with("subdivisions", "US-VA")
                .with("latitude", 39.0204)
                .with("longitude", -77.4608);
        Register.Entry other =
                equinix.with("record_id", "b").with("developer", "PowerHouse").with("latitude", 39.0259);
        assertThat(COMPARISON.merges(COMPARISON.best(equinix.linked(RULES), other.linked(RULES))))
                .as("a park's name, 600 m apart")
                .isFalse();
        Register.Entry same = other.with("developer", "Equinix");
        assertThat(COMPARISON.merges(COMPARISON.best(equinix.linked(RULES), same.linked(RULES))))
                .as("the same by one builder")
                .isTrue();
    }

    @Test
    void countriesThatAreJoinedMeetByAnyOfThemHoweverTheyAreWritten() {
        ProjectRecord both =
                Register.record("press", "a").with("country", "ARE+SAU").linked(RULES);
        ProjectRecord twice =
                Register.record("press", "b").with("country", "SAU+SAU").linked(RULES);
        ProjectRecord elsewhere =
                Register.record("press", "c").with("country", "USA+CHN").linked(RULES);
        assertThat(COMPARISON.campus(both, twice).bits())
                .as("a shared country against none")
                .isGreaterThan(COMPARISON.campus(both, elsewhere).bits());
    }

    @Test
    void nearbyRecordsAlwaysShareACell() {
        BlockKeys keys = new BlockKeys(RULES);
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            double latitude = random.nextDouble(-60, 60);
            double longitude = random.nextDouble(-179, 179);
            Register.Entry a = Register.record("a", "a").at(latitude, longitude);
            Register.Entry b = Register.record("b", "b")
                    .at(latitude + random.nextDouble(-0.0099, 0.0099), longitude + random.nextDouble(-0.0099, 0.0099));
            Set<String> cells = new HashSet<>(keys.of(a.linked(RULES)));
            assertThat(Collections.disjoint(cells, keys.of(b.linked(RULES))))
                    .as("pair " + i)
                    .isFalse();
        }
    }

    @Test
    void powerWithinFifteenPercentSharesABlockOfItsBuilder() {
        BlockKeys keys = new BlockKeys(RULES);
        Random random = new Random(12);
        for (int i = 0; i < 500; i++) {
            double mw = Math.exp(random.nextDouble(1, 9));
            Register.Entry a =
                    Register.record("a", "alder").with("developer", "Tract").with("power_mw", mw);
            Register.Entry b = Register.record("b", "birch")
                    .with("developer", "Tract")
                    .with("power_mw", mw * random.nextDouble(1, 1.15));
            assertThat(Collections.disjoint(keys.of(a.linked(RULES)), keys.of(b.linked(RULES))))
                    .as("pair " + i)
                    .isFalse();
        }
    }

    @Test
    void theWeakestLinkOfAChainBetweenRecordsThatAreApartIsRefused() {
        List<Link> links =
                new ArrayList<>(List.of(Link.of(1, 2, 20), Link.of(2, 3, 9), Link.of(3, 4, 15), Link.of(7, 8, 8)));
        Components components = Components.of(links, List.of(Link.of(1, 4, 0)));
        Collections.reverse(links);
        assertThat(Components.of(links, List.of(Link.of(1, 4, 0))).rootByRecord())
                .as("order")
                .isEqualTo(components.rootByRecord());
        assertThat(components.refused()).containsExactly(Link.of(2, 3, 0));
        assertThat(new TreeMap<>(components.rootByRecord()))
                .isEqualTo(new TreeMap<>(Map.of(1L, 1L, 2L, 1L, 3L, 3L, 4L, 3L, 7L, 7L, 8L, 7L)));
    }

    @Test
    void componentsAgreeWithSearchOnRandomGraphs() {
        Random random = new Random(13);
        for (int round = 0; round < 50; round++) {
            List<Link> links = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                links.add(Link.of(random.nextInt(80), 100 + random.nextInt(80), random.nextInt(5)));
            }
            Map<Long, Long> roots = Components.of(links, List.of()).rootByRecord();
            assertThat(links).allMatch(link -> roots.get(link.a()).equals(roots.get(link.b())));
            roots.forEach((record, root) -> assertThat(root).isLessThanOrEqualTo(record));
            assertThat(roots.values().stream().distinct().count()).isEqualTo(componentsBySearch(links));
        }
    }

    private static long componentsBySearch(List<Link> links) {
        Map<Long, Set<Long>> groups = new TreeMap<>();
        for (Link link : links) {
            Set<Long> joined = new HashSet<>(groups.getOrDefault(link.a(), Set.of(link.a())));
            joined.addAll(groups.getOrDefault(link.b(), Set.of(link.b())));
            joined.forEach(record -> groups.put(record, joined));
        }
        return groups.values().stream()
                .map(System::identityHashCode)
                .collect(Collectors.toSet())
                .size();
    }

    @Test
    void overridesNameEveryFault() {
        assertThatThrownBy(() -> PairOverrides.read(new StringReader("""
                        source_a,record_id_a,source_b,record_id_b,decision,reason
                        s,1,s,2,maybe,because
                        s,1,s,1,same,because
                        s,1,s,3,same,
                        s,4,s,5,same,because
                        s,5,s,4,different,because
                        """)))
                .hasMessageContaining("line 2: decision 'maybe'")
                .hasMessageContaining("line 3: a record is compared with itself")
                .hasMessageContaining("line 4: no value for reason")
                .hasMessageContaining("decided twice");
    }
}
