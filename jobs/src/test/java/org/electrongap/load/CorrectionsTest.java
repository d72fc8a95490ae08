package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.functions;
import org.electrongap.SharedSpark;
import org.electrongap.load.format.CorrectionsFile;
import org.electrongap.load.record.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections of the table's columns and of the file's own, in files read as a whole and in parts. */
class CorrectionsTest {

    private static final String CAPACITY = "\"table\": \"core/capacity\", \"editions\": {\"column\": \"edition\"}";
    private static final String MISO = "\"table\": \"core/interconnection_requests\", \"layout\": \"miso-queue\","
            + " \"editions\": {\"given\": \"2026-03\"}";
    private static final String MAPPED =
            "\"table\": \"core/capacity\", \"mapping\": \"plants.json\", \"editions\": {\"given\": \"2026-03\"}";

    private static final String MAPPING = """
            {"name": "plants", "table": "core/capacity", "source": "Test agency",
             "columns": {
               "region": {"from": "Land", "as": "country"},
               "year": "Year",
               "technology": {"from": "Fuel", "values": {"lignite": "coal", "sun": "solar"}},
               "capacity_gw": {"from": "MW", "as": "number", "unit": "MW"},
               "basis": {"value": "year_end_installed"}}}
            """;

    private static final String WIDE = """
            {"name": "fleet", "table": "core/capacity", "source": "Test agency",
             "unpivot": {"columns": ["2022", "2023"], "name": "Year", "value": "Figure"},
             "columns": {
               "region": {"from": "Land", "as": "country"},
               "year": "Year",
               "technology": {"value": "wind"},
               "capacity_gw": {"from": "Figure", "as": "number", "unit": "MW"},
               "basis": {"value": "net_summer"}}}
            """;

    private static final String LEMON = "queue,Project #=X9,*,drop,,,no project";

    @TempDir
    private Path folder;

    private final Storage storage = Storages.of(Configuration::new);

    @Test
    void aRecordThatItsFormatCannotReadIsReplayedAfterACorrectionOfTheFilesColumn() throws IOException {
        String text = fixture("miso-queue");

        assertThat(quarantined(read(MISO, text, List.of()))).containsExactly("unknown_status");
        LoadedFile whole = read(
                MISO,
                text,
                List.of(
                        "queue,Project #=X9,Request Status,replace,lemon,Withdrawn,a slip of the operator",
                        "queue,Project #=X9,State,replace,kiwi,MI,a slip of the operator"));
        LoadedFile inParts = (LoadedFile) inParts(whole);

        for (LoadedFile loaded : List.of(whole, inParts)) {
            assertThat(loaded.counts().quarantined()).isZero();
            assertThat(loaded.notes()).as("corrections that met nothing").isEmpty();
            assertThat(loaded.accepted()
                            .where("request_id = 'X9'")
                            .select("status", "source_line")
                            .collectAsList())
                    .hasToString("[[withdrawn,24]]");
        }
    }

    @Test
    void recordsOfOneKeyAreToldApartByTheirLine() throws IOException {
        List<String> rows = CapacityCsv.rows(60);
        rows.add(50, rows.get(50).replace(",51.5,", ",15.5,"));

        assertThat(quarantined(read(CAPACITY, CapacityCsv.text(rows), List.of())))
                .containsExactly("conflicting_key", "conflicting_key");
        LoadedFile whole = read(
                CAPACITY,
                CapacityCsv.text(rows),
                List.of("queue,region=AUT;year=2000;line=52,capacity_gw,drop,15.5,,listed twice"));
        LoadedFile inParts = (LoadedFile) inParts(whole);

        for (LoadedFile loaded : List.of(whole, inParts)) {
            assertThat(loaded.counts().text())
                    .isEqualTo("read 61 = accepted 60 + quarantined 0 + exact duplicates 0 + set aside 1"
                            + " {dropped_by_correction=1}");
            assertThat(loaded.accepted()
                            .where("year = 2000")
                            .select("capacity_gw")
                            .collectAsList())
                    .hasToString("[[51.5]]");
        }
    }

    @Test
    void aMappedFilesOwnColumnsAreExpectedAsPublished() throws IOException {
        Files.writeString(folder.resolve("plants.json"), MAPPING);
        String text = "Land,Year,Fuel,MW\n" + "Austria,2024,sun,5000\nAustria,2023,lignit,7000\n"
                + "Osterreich,2022,sun,4000\n";
        LoadedFile loaded = read(
                MAPPED,
                text,
                List.of(
                        "queue,Year=2024,MW,replace,5000,6000,a late registration",
                        "queue,Year=2023,Fuel,replace,lignit,lignite,misprint",
                        "queue,file.Year=2022,Land,replace,Osterreich,Austria,misprint"));

        assertThat(loaded.accepted()
                        .orderBy(functions.desc("year"))
                        .select("region", "year", "technology", "capacity_gw")
                        .collectAsList())
                .hasToString("[[AUT,2024,solar,6.0], [AUT,2023,coal,7.0], [AUT,2022,solar,4.0]]");
    }

    @Test
    void aFigureOfTheTableIsExpectedHoweverItsDecimalsAreWritten() throws IOException {
        Files.writeString(folder.resolve("plants.json"), MAPPING);
        LoadedFile loaded = read(
                MAPPED,
                "Land,Year,Fuel,MW\nAustria,2024,sun,5000\n",
                List.of("queue,year=2024,capacity_gw,replace,5,6,a late registration"));

        assertThat(loaded.accepted().select("capacity_gw").collectAsList()).hasToString("[[6.0]]");
    }

    @Test
    void aCorrectedRowThatIsStillWrongIsQuarantinedAsPublished() throws IOException {
        LoadedFile loaded = read(
                MISO,
                fixture("miso-queue"),
                List.of("queue,Project #=X9,Request Status,replace,lemon,Withdrawn,a slip of the operator"));

        assertThat(loaded.quarantined().first().<String>getAs("raw")).startsWith("X9,lemon,");
    }

    @Test
    void aRowWithTooFewFieldsIsReplacedWhole() throws IOException {
        List<String> rows = CapacityCsv.rows(40);
        String whole = rows.get(5);
        String broken = whole.replace("net_summer,", "");
        rows.set(5, broken);

        assertThat(quarantined(read(CAPACITY, CapacityCsv.text(rows), List.of())))
                .containsExactly("field_count");
        LoadedFile loaded = read(
                CAPACITY,
                CapacityCsv.text(rows),
                List.of("queue,line=7,*,replace,\"" + broken + "\",\"" + whole + "\",a lost field"));
        assertThat(loaded.counts().accepted()).isEqualTo(40);
    }

    @Test
    void aLastRowWithTooFewFieldsIsReplacedOrDroppedLikeAnyOther() throws IOException {
        List<String> rows = CapacityCsv.rows(40);
        String right = rows.get(39);
        String broken = right.replace("net_summer,", "");
        rows.set(39, broken);

        LoadedFile replaced = read(
                CAPACITY,
                CapacityCsv.text(rows),
                List.of("queue,line=41,*,replace,\"" + broken + "\",\"" + right + "\",a lost field"));
        assertThat(replaced.counts().accepted()).isEqualTo(40);
        LoadedFile dropped =
                read(CAPACITY, CapacityCsv.text(rows), List.of("queue,line=41,*,drop,,,half of it is missing"));
        assertThat(dropped.counts().setAsideByRule()).hasToString("{dropped_by_correction=1}");

        String miso = fixture("miso-queue") + "X10,Withdrawn\n";
        assertThat(read(MISO, miso, List.of("queue,line=25,*,drop,,,half of it is missing", LEMON))
                        .counts()
                        .quarantined())
                .isZero();
    }

    @Test
    void aLastFigureWithoutALineBreakIsTakenWhereACorrectionSaysIt() throws IOException {
        Files.writeString(folder.resolve("plants.json"), MAPPING);
        String text = "Land,Year,Fuel,MW\nAustria,2023,sun,4000\nAustria,2024,sun,50";

        assertThat(((FileRejected) outcome(MAPPED, text, List.of())).message()).contains("no line break follows");
        assertThat(read(MAPPED, text, List.of("queue,Year=2024,MW,replace,50,5000,the file was cut"))
                        .counts()
                        .accepted())
                .isEqualTo(2);
    }

    @Test
    void aDroppedRowOfSeveralFiguresCountsAsOftenAsItDoesWithoutTheCorrection() throws IOException {
        Files.writeString(folder.resolve("plants.json"), WIDE);
        String text = "Land,2022,2023\nAustria,3000,\nGermany,5000,6000\nFrance,many,7000\n";

        LoadedFile loaded = read(
                MAPPED,
                text,
                List.of(
                        "queue,Land=Austria,*,drop,,,no such fleet",
                        "queue,Land=France,2022,drop,many,,no such fleet"));

        assertThat(loaded.counts().text())
                .isEqualTo("read 6 = accepted 2 + quarantined 0 + exact duplicates 0 + set aside 4"
                        + " {dropped_by_correction=4}");
        String mix = fixture("owid-mix-generation");
        String owid = "\"table\": \"core/generation\", \"layout\": \"owid-mix-generation\","
                + " \"editions\": {\"given\": \"2022-03\"}";
        assertThat(read(owid, mix, List.of("queue,line=2,*,drop,,,no such country"))
                        .counts())
                .satisfies(counts -> assertThat(counts.read())
                        .isEqualTo(read(owid, mix, List.of()).counts().read()));
    }

    @Test
    void aCorrectedRowOfSeveralFiguresIsQuarantinedAsPublished() throws IOException {
        Files.writeString(folder.resolve("plants.json"), WIDE);
        StringBuilder text = new StringBuilder("Land,2022,2023\nOsterreich,3000,many\n");
        List.of("Germany", "France", "Spain", "Italy", "Poland", "Norway", "Sweden", "Finland", "Denmark", "Greece")
                .forEach(country -> text.append(country).append(",1,2\n"));

        LoadedFile loaded =
                read(MAPPED, text.toString(), List.of("queue,line=2,Land,replace,Osterreich,Austria,misprint"));

        assertThat(loaded.quarantined().select("raw").collectAsList()).hasToString("[[Osterreich,3000,many]]");
    }

    @Test
    void aCorrectionThatNamesNoneOfSeveralResourcesIsTold() throws IOException {
        String corrections = "resource,match,column,action,expect,value,reason\n,Land=Austria,MW,drop,5,,misprint\n";
        List<Fault> faults = new ArrayList<>();

        CorrectionsFile.checkResources(CapacityCsv.source(corrections), Set.of("fleet"), faults);
        assertThat(faults).as("one resource").isEmpty();
        CorrectionsFile.checkResources(CapacityCsv.source(corrections), Set.of("fleet", "queue"), faults);
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.text())
                        .contains("line 2", "it names no resource", "Name one of fleet, queue"));
    }

    @Test
    void aCorrectionWhoseValueThePublisherHasChangedRejectsTheFile() throws IOException {
        FileRejected rejected = (FileRejected) outcome(
                MISO,
                fixture("miso-queue"),
                List.of("queue,Project #=X9,Request Status,replace,melon,Withdrawn,a slip of the operator"));

        assertThat(rejected.message()).contains("Request Status is 'lemon'").contains("expects 'melon'");
    }

    @Test
    void aCorrectionOfAColumnThatNeitherTableNorFileHasIsTold() throws IOException {
        FileRejected rejected = (FileRejected) outcome(
                MISO, fixture("miso-queue"), List.of("queue,Project=X9,Request Status,drop,lemon,,no such project"));

        assertThat(rejected.message())
                .contains("neither the table nor the file has columns [Project]")
                .contains("of the file: Project #, Request Status");
        assertThat(((FileRejected) inParts(rejected)).faults())
                .as("told once, however many parts there are")
                .hasSize(1);
    }

    @Test
    void aCorrectionOfAResourceThatTheDataSetDoesNotHaveIsTold() {
        assertThatThrownBy(
                        () -> outcome(MISO, fixture("miso-queue"), List.of("queues,line=3,*,drop,,,no such project")))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("line 2: the data set has no resource 'queues'")
                .hasMessageContaining("Name one of queue");
    }

    private static List<String> quarantined(LoadedFile loaded) {
        return loaded.quarantined().select("rule").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private LoadedFile read(String properties, String text, List<String> corrections) throws IOException {
        return (LoadedFile) outcome(properties, text, corrections);
    }

    private Outcome outcome(String properties, String text, List<String> corrections) throws IOException {
        Files.writeString(
                folder.resolve("datapackage.json"),
                "{\"name\": \"test\", \"resources\": [{\"name\": \"queue\", \"path\": \"queue.csv\","
                        + " \"publisher\": \"Test agency\", " + properties + "}]}");
        Files.writeString(folder.resolve("queue.csv"), text);
        Files.writeString(
                folder.resolve("corrections.csv"),
                "resource,match,column,action,expect,value,reason\n" + String.join("\n", corrections) + "\n");
        Resource resource =
                DataPackage.read(storage, folder.toString()).resources().get(0);
        return reading(8 << 20, 8 << 20)
                .read(resource, SourceFiles.of(resource, storage).get(0));
    }

    private Outcome inParts(Outcome whole) {
        return reading(0, 500).read(whole.resource(), whole.file());
    }

    private Reading reading(long smallBytes, long partBytes) {
        Instant now = Instant.parse("2026-11-22T16:00:00Z");
        return new Reading(SharedSpark.session(), storage, "run-1", now, smallBytes, partBytes);
    }

    private static String fixture(String format) throws IOException {
        try (InputStream in = CorrectionsTest.class.getResourceAsStream("/load/" + format + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
