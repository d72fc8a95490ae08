package org.electrongap.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectResolutionTest {

    private static final LinkageRules RULES = LinkageRules.bundled();

    private static Register.Entry abilene(String source, String id) {
        return Register.record(source, id)
                .with("name", "Stargate Abilene")
                .with("developer", "Crusoe; Oracle")
                .with("tenant", "OpenAI")
                .with("subdivisions", "US-TX")
                .with("place", "Texas (Abilene)")
                .with("power_mw", 1200.0)
                .with("announced", "2025-01-21")
                .with("expected", "2026-06");
    }

    private static final List<Register.Entry> CASES = List.of(
            abilene("press", "abilene"),
            abilene("epoch", "OpenAI-Oracle Stargate Abilene Texas")
                    .with("power_mw", 1180.0)
                    .with("developer", "Oracle"),
            abilene("register", "ab-2")
                    .with("name", "Stargate Abilene expansion")
                    .with("power_mw", 600.0)
                    .with("announced", "2025-09"),
            Register.record("press", "lordstown")
                    .with("name", "Stargate Lordstown")
                    .with("developer", "Oracle")
                    .with("tenant", "OpenAI")
                    .with("subdivisions", "US-OH")
                    .with("announced", "2025-01-21"),
            Register.record("queue", "q1")
                    .with("name", "Project Heron")
                    .with("developer", "Tract")
                    .with("tenant", "Meta")
                    .with("subdivisions", "US-GA")
                    .with("power_mw", 310.0)
                    .with("announced", "2025-05-03"),
            Register.record("queue", "q2")
                    .with("name", "Project Otter")
                    .with("developer", "Tract")
                    .with("tenant", "Meta")
                    .with("subdivisions", "US-SC")
                    .with("power_mw", 309.0)
                    .with("announced", "2025-05-10"),
            Register.record("press", "programme")
                    .with("name", "Stargate")
                    .with("developer", "OpenAI")
                    .with("power_mw", 10000.0),
            Register.record("press", "site")
                    .with("name", "Stargate Milam")
                    .with("developer", "OpenAI")
                    .with("programme", "programme")
                    .with("subdivisions", "US-TX")
                    .with("place", "Milam")
                    .with("power_mw", 1200.0),
            Register.record("county", "kilowatts").with("name", "Odd").with("power_mw", 48000.0),
            Register.record("county", "unseen")
                    .with("stage", "unknown")
                    .with("stage_reported", "zoning bliss")
                    .with("power_mw", 5.0),
            Register.record("epoch", "plan")
                    .with("name", "Lone Star")
                    .with("stage", "energised")
                    .with("energised", "2028-01-01")
                    .with("announced", "2029")
                    .with("power_mw", 77.0));

    private static Map<String, Row> byRecord(Dataset<Row> rows) {
        return rows.collectAsList().stream().collect(Collectors.toMap(r -> r.getAs("record_id"), r -> r));
    }

    @Test
    void recordsBecomeProjectsWithPhasesAndNoMegawattIsLost() {
        try (var resolution = ProjectResolution.of(Register.of(CASES), RULES, PairOverrides.NONE)) {
            Map<String, Row> records = byRecord(resolution.records());
            Row abilene = records.get("abilene");
            Row epoch = records.get("OpenAI-Oracle Stargate Abilene Texas");
            Row expansion = records.get("ab-2");
            assertThat(records).as("every record").hasSize(CASES.size());
            assertThat(epoch.<String>getAs("project_id")).as("one campus").isEqualTo(abilene.getAs("project_id"));
            assertThat(expansion.<String>getAs("project_id"))
                    .as("its expansion")
                    .isEqualTo(abilene.getAs("project_id"));
            assertThat(expansion.<String>getAs("role"))
                    .as("a phase is no duplicate")
                    .isEqualTo("counted");
            assertThat(List.of(abilene.<String>getAs("role"), epoch.<String>getAs("role")))
                    .as("two registers of one phase")
                    .containsExactlyInAnyOrder("counted", "duplicate");
            assertThat(records.get("lordstown").<String>getAs("project_id"))
                    .as("another site of the programme, announced on the same day")
                    .isNotEqualTo(abilene.getAs("project_id"));
            assertThat(List.of(
                            records.get("q1").<String>getAs("role"),
                            records.get("q2").<String>getAs("role")))
                    .as("one load study filed in two states")
                    .containsExactlyInAnyOrder("counted", "alternative");
            assertThat(records.get("programme").<String>getAs("role")).isEqualTo("umbrella");
            assertThat(records.get("site").<String>getAs("role")).isEqualTo("counted");
            assertThat(records.get("kilowatts").<String>getAs("role_reason")).contains("looks like kW");
            assertThat(records.get("unseen").<String>getAs("stage"))
                    .as("unseen stage words")
                    .isEqualTo("unknown");
            assertThat(records.get("plan").<String>getAs("stage")).isEqualTo("under_construction");
            assertThat(records.get("plan").<String>getAs("flags"))
                    .contains("a plan")
                    .contains("before announced");
            assertThat(resolution.conservation().count())
                    .as("the balance holds")
                    .isPositive();
            assertThat(resolution.projects().count()).as("projects").isEqualTo(8);
            assertThat(resolution.largeBlocks().count())
                    .as("blocks that were cut")
                    .isZero();
        }
    }

    @Test
    void orderAndPartitioningDoNotMatter() {
        List<Register.Entry> shuffled = new ArrayList<>(CASES);
        Collections.shuffle(shuffled, new Random(7));
        try (var one = ProjectResolution.of(Register.of(CASES).coalesce(1), RULES, PairOverrides.NONE);
                var other = ProjectResolution.of(
                        new Gathered(Register.of(shuffled).repartition(5), false), RULES, PairOverrides.NONE)) {
            assertThat(rows(other.records())).as("records").isEqualTo(rows(one.records()));
            assertThat(rows(other.projects())).as("projects").isEqualTo(rows(one.projects()));
            assertThat(rows(other.merges())).as("merges").isEqualTo(rows(one.merges()));
        }
    }

    @Test
    void programmeCountsOnlyWhatItsSitesDoNotHold() {
        List<Register.Entry> entries = List.of(
                Register.record("r", "programme").with("power_mw", 10_000.0).with("power_kind", "unknown"),
                site("built", 1200.0).with("stage", "energised"),
                site("dropped", 600.0).with("stage", "cancelled"),
                site("silent", null));
        try (var resolution = ProjectResolution.of(Register.of(entries), RULES, PairOverrides.NONE)) {
            Row programme =
                    resolution.records().where("record_id = 'programme'").first();
            assertThat(programme.<Double>getAs("duplicated_mw"))
                    .as("MW of its sites")
                    .isEqualTo(1200);
            assertThat(programme.<Double>getAs("unique_mw"))
                    .as("MW without a site")
                    .isEqualTo(8800);
            assertThat(programme.<String>getAs("role_reason")).as("overlap").contains("built 1200.0 MW facility");
            assertThat(resolution.conservation().count()).as("balances").isPositive();
        }
    }

    @Test
    void programmeWhoseSitesGivePowerOfAnotherKindStaysDuplicated() {
        List<Register.Entry> entries = List.of(
                Register.record("r", "programme").with("power_mw", 10_000.0).with("power_kind", "it"),
                site("built", 1200.0));
        try (var resolution = ProjectResolution.of(Register.of(entries), RULES, PairOverrides.NONE)) {
            Row programme =
                    resolution.records().where("record_id = 'programme'").first();
            assertThat(programme.<Double>getAs("duplicated_mw")).as("MW").isEqualTo(10_000);
        }
    }

    @Test
    void twoOfOneSeriesAreNoDuplicatesWhereverTheyStand() {
        Register.Entry one = Register.record("press", "one")
                .with("name", "Lakeside 1")
                .with("developer", "Acme")
                .with("subdivisions", "US-TN")
                .with("power_mw", 300.0);
        Register.Entry two =
                one.with("source", "county").with("record_id", "two").with("name", "Lakeside 2");
        try (var resolution =
                ProjectResolution.of(Register.of(one, two.with("power_mw", 1000.0)), RULES, PairOverrides.NONE)) {
            Map<String, Row> records = byRecord(resolution.records());
            assertThat(records.get("two").<String>getAs("project_id"))
                    .as("one project")
                    .isEqualTo(records.get("one").getAs("project_id"));
            assertThat(List.of(
                            records.get("one").<String>getAs("role"),
                            records.get("two").<String>getAs("role")))
                    .as("two buildings")
                    .containsExactly("counted", "counted");
        }
    }

    private static Register.Entry site(String id, Double mw) {
        Register.Entry site = Register.record("r", id).with("programme", "programme");
        return mw == null ? site : site.with("power_mw", mw);
    }

    @Test
    void theUserOverrulesAScoreAndIsToldWhenThatIsImpossible() {
        PairOverrides overrides = PairOverrides.read(new StringReader("""
                source_a,record_id_a,source_b,record_id_b,decision,reason
                press,abilene,press,lordstown,same,a wish
                queue,q1,queue,q2,different,two customers
                press,gone,press,abilene,same,misspelt
                press,programme,press,site,same,they share a name
                """));
        try (var resolution = ProjectResolution.of(Register.of(CASES), RULES, overrides)) {
            Map<String, Row> records = byRecord(resolution.records());
            assertThat(records.get("lordstown").<String>getAs("project_id"))
                    .isEqualTo(records.get("abilene").getAs("project_id"));
            assertThat(records.get("q1").<String>getAs("project_id"))
                    .isNotEqualTo(records.get("q2").getAs("project_id"));
            assertThat(records.get("programme").<String>getAs("role")).isEqualTo("umbrella");
            Map<String, String> decisions =
                    resolution.merges().where("override_reason is not null").collectAsList().stream()
                            .collect(Collectors.toMap(
                                    r -> r.getAs("override_reason"), r -> r.getAs("outcome"), (a, b) -> a));
            assertThat(decisions)
                    .containsEntry("a wish", "merged")
                    .containsEntry("two customers", "separate")
                    .containsEntry("not applied, no such record: misspelt", "separate")
                    .hasSize(5);
        }
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "a newer register gives less than the first part, 250, facility, 2026-08-16, 1103, counted",
        "a little more than the first part, 300, facility, 2026-08-16, 1079, counted",
        "less than half of the expansion is built, 827, facility, 2026-08-16, 552, counted",
        "most is built, 1276.1, facility, 2026-08-16, 102.9, counted",
        "all is built, 1379, facility, 2026-08-16, 0, duplicate",
        "a register that does not say the kind, 1379, unknown, 2026-08-16, 0, duplicate",
        "a register of the same day, 1379, facility, 2025-12-13, 0, duplicate",
        "power of another kind, 1379, it, 2026-08-16, 1103, counted"
    })
    void ofAnExpansionCountsWhatNoNewerRegisterHolds(
            String what, double newerMw, String kind, String published, double uniqueMw, String role) {
        Register.Entry first = abilene("epoch", "Stargate Abilene")
                .with("stage", "energised")
                .with("power_mw", 276.0)
                .edition("2025-12-13");
        Register.Entry expansion = first.with("record_id", "Stargate Abilene expansion")
                .with("name", "Stargate Abilene expansion")
                .with("stage", "under_construction")
                .with("power_mw", 1103.0);
        Register.Entry newer = abilene("dcmap", "ab")
                .with("stage", "energised")
                .with("power_kind", kind)
                .with("power_mw", newerMw)
                .edition(published);
        try (var resolution = ProjectResolution.of(Register.of(first, expansion, newer), RULES, PairOverrides.NONE)) {
            Map<String, Row> records = byRecord(resolution.records());
            Row beyond = records.get("Stargate Abilene expansion");
            assertThat(records.get("ab").<String>getAs("role")).isEqualTo("counted");
            assertThat(records.get("Stargate Abilene").<String>getAs("role")).isEqualTo("duplicate");
            assertThat(beyond.<String>getAs("role")).isEqualTo(role);
            assertThat(beyond.<Double>getAs("unique_mw")).as("unique MW").isEqualTo(uniqueMw);
            assertThat(beyond.<Double>getAs("duplicated_mw"))
                    .as("duplicated MW")
                    .isEqualTo(1103 - uniqueMw);
            assertThat(beyond.<Double>getAs("mw_if_built")).as("MW if built").isEqualTo(uniqueMw);
            assertThat(resolution.conservation().count()).as("balances").isPositive();
        }
    }

    @Test
    void anExpansionIsMeasuredAgainstAllBuildingsOfANewerRegister() {
        Register.Entry first = abilene("epoch", "Stargate Abilene").with("power_mw", 295.0);
        Register.Entry expansion = first.with("record_id", "Stargate Abilene expansion")
                .with("name", "Stargate Abilene expansion")
                .with("power_mw", 1826.0);
        Register.Entry north =
                abilene("dcmap", "north").with("power_mw", 1200.0).edition("2026-08-16");
        Register.Entry south = north.with("record_id", "south").with("power_mw", 900.0);
        try (var resolution =
                ProjectResolution.of(Register.of(first, expansion, north, south), RULES, PairOverrides.NONE)) {
            double sum = resolution.records().collectAsList().stream()
                    .mapToDouble(record -> record.<Double>getAs("unique_mw"))
                    .sum();
            assertThat(sum).as("the plan of the older register").isEqualTo(2121);
        }
    }

    @Test
    void theLatestEditionSpeaksAndAbsenceIsNoWithdrawal() {
        Register.Entry old =
                Register.record("queue", "a").with("power_mw", 100.0).edition("2025-01-31");
        Register.Entry next =
                old.with("power_mw", 150.0).with("stage", "permitted").edition("2026-01-31");
        Register.Entry absent =
                Register.record("queue", "b").with("power_mw", 70.0).edition("2025-01-31");
        try (var resolution = ProjectResolution.of(Register.of(old, next, absent), RULES, PairOverrides.NONE)) {
            Map<String, Row> records = byRecord(resolution.records());
            assertThat(records.get("a").<Double>getAs("unique_mw")).isEqualTo(150);
            assertThat(records.get("a").<Integer>getAs("n_editions")).isEqualTo(2);
            assertThat(records.get("b").<Double>getAs("unique_mw")).isEqualTo(70);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 1379", "2025-12-13, 2487"})
    void anExpansionThatANewerEditionOfItsSiteLacksIsBuiltOrDropped(String lastOfExpansion, double uniqueMw) {
        Register.Entry site = Register.record("timelines", "Acme Lakeside")
                .with("stage", "energised")
                .with("power_mw", 276.0)
                .edition("2025-06-30");
        Register.Entry expansion = site.with("record_id", "Acme Lakeside expansion")
                .with("name", "Acme Lakeside expansion")
                .with("stage", "under_construction")
                .with("power_mw", 1103.0)
                .edition("2025-12-13");
        Register.Entry later =
                expansion.with("record_id", "Acme Lakeside expansion expansion").with("power_mw", 5.0);
        Register.Entry elsewhere =
                site.with("record_id", "Borealis").with("name", "Borealis").with("power_mw", 10.0);
        Register.Entry full = site.with("power_mw", 1379.0).edition(lastOfExpansion);
        try (var resolution =
                ProjectResolution.of(Register.of(site, expansion, later, elsewhere, full), RULES, PairOverrides.NONE)) {
            double sum = resolution.records().where("record_id <> 'Borealis'").collectAsList().stream()
                    .mapToDouble(record -> record.<Double>getAs("unique_mw"))
                    .sum();
            assertThat(sum).as("the site's MW").isEqualTo(uniqueMw);
            assertThat(byRecord(resolution.records()))
                    .as("another site that the newest file lacks")
                    .containsKey("Borealis");
            assertThat(resolution.conservation().count()).as("balances").isPositive();
        }
    }

    private static List<String> rows(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }
}
