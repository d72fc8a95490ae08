package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.load.record.Source;
import org.junit.jupiter.api.Test;

/** Workbooks are read as their CSV export would be. */
class WorkbookTest {

    private static final List<List<String>> SALES = List.of(
            List.of("Retail sales, made up"),
            List.of("Year", "State", "Industry Sector Category", "Residential", "Other", "Total"),
            List.of("2019", "TX", "Total Electric Industry", "5", "", "6000500"),
            List.of("2019", "US", "Total Electric Industry", "0.10000000000000001", "", "3800000000"),
            List.of("2020", "TX", "Total Electric Industry", "1"));

    @Test
    void theSheetWithTheColumnsIsFoundBelowItsTitle() throws IOException {
        Source book = new WorkbookFile()
                .sheet("About", List.of(List.of("made up")))
                .sheet("Data", SALES)
                .source();
        Sorted sorted = SharedFile.read(book, "sales.xlsx", "eia-state-sales", "2025");

        assertThat(Formats.recognise(book)).extracting(Format::formatName).containsExactly("eia-state-sales");
        assertThat(sorted.faults()).as("faults").isEmpty();
        assertThat(sorted.accepted())
                .as("a row without its last cells has a blank total")
                .hasSize(2);
        assertThat(sorted.accepted().get(0).line()).as("row of the sheet").isEqualTo(3);
        assertThat(sorted.accepted().get(0).values()).as("TWh").contains(6.0005);
    }

    @Test
    void numbersAndDaysAreTheTextsThatAnExportShows() {
        List<Lines.Line> lines = new ArrayList<>();
        Source book = new WorkbookFile()
                .sheet(
                        "Sheet1",
                        List.of(
                                List.of("a", "b", "c", "d"),
                                List.of("0.10000000000000001", "day:45292", "2024", "1.5E-3")))
                .source();
        Lines.of(book, StandardCharsets.UTF_8, ',', List.of("a"), Optional.empty())
                .forEach(lines::add);

        assertThat(lines.get(1).fields()).containsExactly("0.1", "2024-01-01", "2024", "0.0015");
    }

    @Test
    void twoSheetsOfTheSameColumnsAreNotReadAsOne() {
        Source book = new WorkbookFile()
                .sheet("Active", SALES)
                .sheet("Withdrawn", SALES)
                .source();
        Sorted sorted = SharedFile.read(book, "sales.xlsx", "eia-state-sales", "2025");

        assertThat(sorted.faults()).extracting(fault -> fault.rule()).containsExactly("sheet");
        assertThat(sorted.faults().get(0).what()).contains("[Active, Withdrawn]");
    }

    @Test
    void aWorkbookThatWasCutOrChangedIsAFaultAndNoCrash() {
        byte[] book = new WorkbookFile().sheet("Data", SALES).bytes();
        Random random = new Random(20261122);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(book, 60 + random.nextInt(book.length - 60)) : book.clone();
            damaged[40 + random.nextInt(damaged.length - 40)] ^= (byte) (1 + random.nextInt(255));
            Source source = () -> new ByteArrayInputStream(damaged);
            assertThatCode(() -> SharedFile.read(source, "sales.xlsx", "eia-state-sales", "2025"))
                    .as("damaged workbook %d", i)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anArchiveOfTwoFilesIsAFault() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("a.csv", "b.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("Year,State,Industry Sector Category,Total\n2019,TX,Total Electric Industry,6000500\n"
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        Sorted sorted = SharedFile.read(
                () -> new ByteArrayInputStream(bytes.toByteArray()), "sales.zip", "eia-state-sales", "2025");

        assertThat(sorted.faults()).extracting(fault -> fault.rule()).containsExactly("several_files");
    }

    @Test
    void publishersWorkbooksGiveTheRowsOfTheirExports() {
        for (String name : List.of("existcapacity_annual", "sales_annual")) {
            String format = name.startsWith("exist") ? "eia-state-capacity" : "eia-state-sales";
            Sorted export = SharedFile.read("eia_state_annual/" + name + ".csv", format, "2025");
            Sorted book = SharedFile.read("eia_state_annual/" + name + ".xlsx", format, "2025");
            assertThat(book.faults()).as("faults of %s", name).isEmpty();
            assertThat(book.counts().read())
                    .as("records of %s", name)
                    .isEqualTo(export.counts().read());
            assertThat(book.counts().quarantined())
                    .as("quarantined of %s", name)
                    .isZero();
            assertThat(book.accepted()).as("rows of %s", name).hasSameSizeAs(export.accepted());
            for (int i = 0; i < export.accepted().size(); i++) {
                assertThat(book.accepted().get(i).values())
                        .as("%s, row %d", name, i)
                        .containsExactly(export.accepted().get(i).values());
            }
        }
    }
}
