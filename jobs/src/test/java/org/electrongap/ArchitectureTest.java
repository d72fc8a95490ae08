package org.electrongap;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.DataFrameWriterV2;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows of jobs/README.md, and what only one package may do. */
class ArchitectureTest {

    private static final String ROOT = "org.electrongap.";
    private static final String[] DOMAIN = {"growth..", "forecast..", "project..", "share..", "claim.."};

    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.electrongap");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statistics | statistics",
                "table      | table statistics",
                "growth     | growth table statistics",
                "forecast   | forecast table statistics",
                "project    | project table statistics",
                "share      | share table statistics",
                "claim      | claim table statistics",
                "load       | load table statistics",
                "report     | report table statistics",
                "run        | run table",
                "job        | job load growth forecast project share claim report run table statistics",
            })
    void aPackageCallsOnlyThoseBelowIt(String caller, String callees) {
        String[] allowed = Arrays.stream(callees.split(" "))
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> ownButNotAllowed = resideInAPackage("org.electrongap..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
                .as("packages of ours other than " + callees);
        holds(noClasses().that().resideInAPackage(ROOT + caller + "..").should().dependOnClassesThat(ownButNotAllowed));
    }

    @Test
    void theMathsKnowsNoSpark() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + "statistics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "io.delta..", "scala.."));
    }

    @Test
    void onlyJobsWriteTablesAndReports() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "job..")
                .should()
                .dependOnClassesThat(belongToAnyOf(DataFrameWriter.class, DataFrameWriterV2.class))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.delta.tables..", "org.apache.spark.sql.delta.."));
    }

    @Test
    void theDomainReadsNoFile() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(domain())
                .should()
                .dependOnClassesThat(belongToAnyOf(DataFrameReader.class, java.io.File.class))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "org.apache.hadoop.."));
    }

    @Test
    void onlyTheCommandLineAsksTheClockAndTheEnvironment() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .callMethodWhere(isCallTo(System.class, "exit|getenv|currentTimeMillis|nanoTime"))
                .orShould()
                .callMethodWhere(isCallTo(Runtime.class, "exit|halt"))
                .orShould()
                .callMethodWhere(isCallTo(Clock.class, "system.*|tick.*"))
                .orShould()
                .callMethodWhere(isCallTo(Instant.class, "now"))
                .orShould()
                .callMethodWhere(isCallTo(LocalDate.class, "now"))
                .orShould()
                .callMethodWhere(isCallTo(LocalDateTime.class, "now"))
                .orShould()
                .callMethodWhere(isCallTo(OffsetDateTime.class, "now"))
                .orShould()
                .callMethodWhere(isCallTo(ZonedDateTime.class, "now")));
    }

    @Test
    void noRandomnessWithoutASeedBelowTheCommandLine() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callMethodWhere(isCallTo(Math.class, "random"))
                .orShould()
                .callMethodWhere(isCallTo(java.util.UUID.class, "randomUUID"))
                .orShould()
                .callMethodWhere(isCallTo(java.util.concurrent.ThreadLocalRandom.class, "current")));
    }

    @Test
    void nothingIsPrintedPastTheCommandLine() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Utils?", "Helpers?", "Managers?", "Base", "Commons?"})
    void noClassIsNamedAfterNothing(String word) {
        // A record is a value of the field, where a base unit is called so.
        holds(noClasses()
                .that()
                .areNotRecords()
                .should()
                .haveNameMatching(".*" + word)
                .orShould()
                .haveNameMatching(".*[.$]" + word + "[A-Z].*"));
    }

    @Test
    void publicMethodsTakeNoFlag() {
        holds(methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(domain())
                .and()
                .areDeclaredInClassesThat()
                .areNotRecords()
                .should(new ArchCondition<>("take no boolean parameter") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean takesFlag = method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(boolean.class));
                        events.add(new SimpleConditionEvent(method, !takesFlag, method.getFullName()));
                    }
                }));
    }

    private static String[] domain() {
        return Arrays.stream(DOMAIN).map(name -> ROOT + name).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> belongToAnyOf(Class<?>... classes) {
        return JavaClass.Predicates.belongToAnyOf(classes);
    }

    private static DescribedPredicate<JavaCall<?>> isCallTo(Class<?> type, String names) {
        DescribedPredicate<HasName> named = nameMatching(names);
        return target(owner(JavaClass.Predicates.equivalentTo(type))).and(target(named));
    }

    private static void holds(ArchRule rule) {
        assertThat(rule.evaluate(ours).getFailureReport().getDetails())
                .as(rule.getDescription())
                .isEmpty();
    }
}
