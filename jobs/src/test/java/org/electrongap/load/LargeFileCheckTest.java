package org.electrongap.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.SharedSpark;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFileCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder;

    private final Storage storage = Storages.of(Configuration::new);

    @Test
    void aFileThatIsCheckedInPartsIsUnderstoodLikeOneThatIsCheckedAsAWhole() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add("AUT," + (1950 + i % 100) + ",total,1." + i % 10 + ",basis " + i / 100
                    + ",\"Test\nagency\",2025-03,2025-06-29,primary,");
        }
        rows.add(rows.get(17));
        rows.add(rows.get(18).replace(",1.8,", ",1.6,"));
        rows.add(rows.get(19).replace(",1.9,", ",many,"));
        Path file = Files.writeString(folder.resolve("capacity.csv"), CapacityCsv.text(rows));
        Resource resource = resource(file);
        SourceFile source = SourceFiles.named(file.toString(), resource, storage);

        Understood whole = Understood.of(
                SmallFile.sort(resource, source, storage, TODAY),
                RecordLayout.of(TableName.core("capacity")),
                "capacity.csv");
        Understood inParts = new LargeFileCheck(resource, source, storage, TODAY, 2_000, 1_000).read();

        assertThat(inParts.counts()).isEqualTo(whole.counts());
        assertThat(inParts.faults()).isEqualTo(whole.faults());
        assertThat(inParts.quarantined()).containsExactlyInAnyOrderElementsOf(whole.quarantined());
        assertThat(inParts.first().orElseThrow().line())
                .isEqualTo(whole.first().orElseThrow().line());
        assertThat(new LargeFileCheck(resource, source, storage, TODAY, 2_000, 100)
                        .read()
                        .notes())
                .as("more keys than are compared")
                .singleElement()
                .asString()
                .contains("whether records share their keys is not known");
        assertThat(inParts.columns().get(3).line()).contains("1.0 to 1.9");
    }

    @Test
    void aPackedFileIsReadInPartsOfWhatItHoldsAndRejectedWhenItIsCut() throws IOException {
        byte[] text = CapacityCsv.text(CapacityCsv.rows(140)).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(packed)) {
            gz.write(text);
        }
        Path file = Files.write(folder.resolve("capacity.csv.gz"), packed.toByteArray());
        Resource resource = resource(file);
        SourceFile source = SourceFiles.named(file.toString(), resource, storage);

        assertThat(ReadingWay.of(resource, source, storage, 1_000)).isEqualTo(ReadingWay.IN_PARTS);
        assertThat(new LargeFileCheck(resource, source, storage, TODAY, 500, 1_000)
                        .read()
                        .counts()
                        .accepted())
                .isEqualTo(140);
        Outcome loaded =
                new Reading(SharedSpark.session(), storage, "run-1", Instant.EPOCH, 0, 500).read(resource, source);
        assertThat(((LoadedFile) loaded).accepted().count()).isEqualTo(140);

        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        Outcome cut = new Reading(SharedSpark.session(), storage, "run-1", Instant.EPOCH, 0, 500)
                .read(resource, SourceFiles.named(file.toString(), resource, storage));
        assertThat(((FileRejected) cut).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.rule()).isEqualTo("truncated"));
    }

    @Test
    void aFileThatALoadWouldRefuseForItsSizeIsRejectedByTheCheckToo() throws IOException {
        Path file = folder.resolve("series.json");
        try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(65L << 20);
        }
        Optional<String> none = Optional.empty();
        Resource resource = new InputFile(
                        file.toString(),
                        none,
                        Optional.of("eia-international-json-capacity"),
                        none,
                        none,
                        Optional.of("2025"))
                .resource(List.of(), storage, TODAY);
        SourceFile source = SourceFiles.named(file.toString(), resource, storage);

        Check check = Check.of(resource, source, storage, TODAY);
        assertThat(check.sound()).isFalse();
        assertThat(check.lines()).singleElement().asString().contains("it has 65 MB", "Divide it into files by year");
        assertThatThrownBy(() -> ReadingWay.of(resource, source, storage, 0)).isInstanceOf(InputRejected.class);
    }

    private Resource resource(Path file) throws IOException {
        Optional<String> none = Optional.empty();
        return new InputFile(file.toString(), none, none, none, none, none).resource(List.of(), storage, TODAY);
    }
}
