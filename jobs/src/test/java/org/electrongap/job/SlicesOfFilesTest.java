package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.electrongap.run.SliceReceipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which slice a named file fills, and how one is mended that was loaded under a wrong name. */
class SlicesOfFilesTest {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final String MAPPING = """
            {"name": "plants", "table": "core/capacity", "source": "Test agency",
             "columns": {
               "region": {"from": "Land", "as": "country"},
               "year": {"from": "Year", "as": "number"},
               "technology": {"value": "gas"},
               "capacity_gw": {"from": "MW", "as": "number", "unit": "MW"},
               "basis": {"value": "year_end_installed"}}}
            """;

    @TempDir
    private Path folder;

    private FileLoading loading;

    @BeforeEach
    void anEmptyWarehouse() {
        loading = new FileLoading(folder);
    }

    @Test
    void aMistypedEditionIsRefusedAndMovedWithReplace() throws IOException {
        Path file = overview();
        loading.load(file, "2015-04-16");

        assertThatThrownBy(() -> loading.load(file, "2025-04-16"))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("as slice ember-yearly/ember-yearly/2015-04-16")
                .hasMessageContaining("--replace to move it");
        assertThat(loading.check(file, "2025-04-16").lines())
                .last()
                .asString()
                .contains("would be rejected: ", "--replace to move it");
        assertThat(loading.check(file, "2015-04-16").lines()).last().asString().contains("a load has nothing to do");
        assertThat(texts("core/demand", "edition")).containsExactly("2015-04-16");

        assertThat(loading.replace(file, "2025-04-16").kind()).isEqualTo(RunOutcome.Kind.DONE);
        assertThat(slices()).containsExactly("ember-yearly/ember-yearly/2025-04-16");
        assertThat(texts("core/demand", "edition")).containsExactly("2025-04-16");
        assertThat(loading.table("core/demand").count()).isEqualTo(39);
        assertThat(texts("ops/quarantine", "slice")).containsExactly("ember-yearly/ember-yearly/2025-04-16");
        assertThat(loading.notes())
                .contains("what was slice ember-yearly/ember-yearly/2015-04-16 is slice"
                        + " ember-yearly/ember-yearly/2025-04-16 now");
        assertThat(loading.load(file, "2025-04-16").kind()).isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);
        assertThat(loading.replace(file, "2025-04-16").kind()).isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);
    }

    @Test
    void whatADataSetWillUndoIsToldWithTheFileToChange() throws IOException {
        Path set = Files.createDirectories(folder.resolve("datasets/plants"));
        Files.writeString(set.resolve("datapackage.json"), """
                {"name": "plants", "title": "made up", "resources": [
                  {"name": "plants", "path": "plants.csv", "table": "core/capacity", "format": "csv",
                   "publisher": "Test agency", "editions": {"column": "edition"}}]}
                """);
        Files.writeString(set.resolve("plants.csv"), plants(9));
        loading.jobs(set.getParent()).load(List.of());
        Path mended = Files.createDirectories(folder.resolve("mended")).resolve("plants.csv");
        Files.writeString(mended, plants(10));

        assertThat(loading.jobs(set.getParent())
                        .loadFile(ofPlants(mended, Optional.empty()))
                        .kind())
                .isEqualTo(RunOutcome.Kind.DONE);

        String told = "slice plants/plants is filled by plants.csv of the data set plants:";
        assertThat(loading.notes()).as("other content").anyMatch(note -> note.startsWith(told));
        loading.notes().clear();
        loading.jobs(set.getParent()).loadFile(ofPlants(set.resolve("plants.csv"), Optional.empty()));
        assertThat(loading.notes()).as("its own file").noneMatch(note -> note.startsWith(told));
        Path corrections = Files.writeString(
                folder.resolve("corrections.csv"),
                "match,column,action,expect,value,reason\nregion=USA,capacity_gw,replace,9,8,the agency's letter\n");
        loading.jobs(set.getParent())
                .loadFile(ofPlants(set.resolve("plants.csv"), Optional.of(corrections.toString())));
        assertThat(loading.notes()).as("corrections that it lacks").anyMatch(note -> note.startsWith(told));
    }

    private static OneFile ofPlants(Path file, Optional<String> corrections) {
        Optional<String> none = Optional.empty();
        Optional<String> plants = Optional.of("plants");
        return new OneFile(file.toString(), plants, none, none, none, none, none, corrections, false, true);
    }

    private static String plants(int gigawatts) {
        return "region,year,technology,capacity_gw,basis,source,edition,retrieved,grade,maturity\nUSA,2024,total,"
                + gigawatts + ",net_summer,Test agency,2025-03-31,2026-05-01,primary,final\n";
    }

    @Test
    void aMistypedPublisherIsRefusedAndMendedWithReplace() throws IOException {
        Path file = overview();
        loading.load(named(file, Optional.of("Embr"), Optional.empty(), false));
        assertThat(loading.load(named(file, Optional.of("Embr"), Optional.empty(), false))
                        .kind())
                .isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);

        assertThatThrownBy(() -> loading.load(named(file, Optional.of("Ember"), Optional.empty(), false)))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("of publisher 'Embr'; this load names slice")
                .hasMessageContaining("of publisher 'Ember'");

        loading.load(named(file, Optional.of("Ember"), Optional.empty(), true));
        assertThat(texts("core/demand", "source")).containsExactly("Ember");
        assertThat(slices()).hasSize(1);
    }

    @Test
    void filesOfTwoPeriodsOfOneEditionStandSideBySide() throws IOException {
        loading.load(hours("PJM_2019H1.csv", "2019-06-29T00:00", 48), "2020");
        loading.load(hours("PJM_2019H2.csv", "2019-06-30T22:00", 50), "2020");

        assertThat(slices())
                .containsExactly(
                        "eia-930/eia-930/2020/US-PJM/2019-06-29..2019-06-30",
                        "eia-930/eia-930/2020/US-PJM/2019-06-30..2019-07-02");
        assertThat(loading.table("core/demand").count()).isEqualTo(48 + 50 - 2);
        assertThat(loading.ledger().slicesOf("core/demand"))
                .extracting(SliceReceipt::duplicates)
                .containsExactly(0L, 2L);
    }

    @Test
    void mappedFilesOfOneEditionStandSideBySideAsNamedParts() throws IOException {
        Path mapping = Files.writeString(folder.resolve("plants.json"), MAPPING);
        Path north = Files.writeString(folder.resolve("north.csv"), "Land,Year,MW\nAustria,2024,7500\n");
        Path south = Files.writeString(folder.resolve("south.csv"), "Land,Year,MW\nItaly,2024,9500\n");
        loading.load(part(north, mapping, "north"));
        assertThatThrownBy(() -> loading.load(part(south, mapping, "north")))
                .isInstanceOf(InputRejectedException.class)
                .hasMessageContaining("its --part if an edition comes in several files");
        loading.load(part(south, mapping, "south"));

        assertThat(slices()).containsExactly("plants/plants/2025/north", "plants/plants/2025/south");
        assertThat(loading.table("core/capacity").count()).isEqualTo(2);
        assertThat(loading.load(part(south, mapping, "south")).kind()).isEqualTo(RunOutcome.Kind.NOTHING_TO_DO);
    }

    private OneFile part(Path file, Path mapping, String name) {
        Optional<String> none = Optional.empty();
        Optional<String> by = Optional.of(mapping.toString());
        Optional<String> part = Optional.of(name);
        return new OneFile(file.toString(), none, none, by, none, Optional.of("2025"), part, none, false, false);
    }

    private static OneFile named(Path file, Optional<String> publisher, Optional<String> none, boolean inPlace) {
        Optional<String> edition = Optional.of("2025-04-16");
        return new OneFile(file.toString(), none, none, none, publisher, edition, none, none, false, inPlace);
    }

    private List<String> slices() {
        return loading.ledger().slices().values().stream()
                .map(SliceReceipt::slice)
                .toList();
    }

    private List<String> texts(String table, String column) {
        return loading.table(table).select(column).distinct().collectAsList().stream()
                .map((Row row) -> row.getString(0))
                .toList();
    }

    /** Ember's overview; one of its forty figures cannot be read. */
    private Path overview() throws IOException {
        StringBuilder text = new StringBuilder("country_or_region,country_code,year,demand_twh\n");
        for (int year = 1980; year < 2020; year++) {
            text.append("Austria,AUT,").append(year).append(year == 1999 ? ",?\n" : ",60.5\n");
        }
        return Files.writeString(folder.resolve("overview.csv"), text);
    }

    private Path hours(String name, String from, int hours) throws IOException {
        StringBuilder text = new StringBuilder("date_time,raw demand (MW),category,cleaned demand (MW)\n");
        LocalDateTime first = LocalDateTime.parse(from);
        for (int hour = 0; hour < hours; hour++) {
            LocalDateTime time = first.plusHours(hour);
            String figure = Integer.toString(50_000 + 10 * time.getDayOfYear() + time.getHour());
            text.append(time.format(HOUR)).append(',').append(figure);
            text.append(",OKAY,").append(figure).append(".0\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }
}
