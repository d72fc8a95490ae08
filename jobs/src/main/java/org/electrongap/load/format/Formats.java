package org.electrongap.load.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.electrongap.load.record.Source;

/** The publishers' formats that the product knows. */
public final class Formats {

    private static final List<Format> ALL = Stream.concat(
                    Stream.concat(csv(), Stream.of(EiaInternationalJson.values())),
                    Stream.of(EiaInternationalCsv.values()))
            .toList();

    /** A header that lacks more of a format's columns is not meant for it. */
    private static final double CLOSE = 0.5;

    private Formats() {}

    private static Stream<Format> csv() {
        return Stream.<CsvLayout>of(
                        new Irena(),
                        IrenaPxWeb.CAPACITY,
                        IrenaPxWeb.GENERATION,
                        EmberOverview.YEARLY,
                        EmberOverview.MONTHLY,
                        new EmberCapacity(),
                        EmberLong.CAPACITY,
                        EmberLong.GENERATION,
                        EmberLong.DEMAND,
                        new EmberUsStates(),
                        new EiaStateCapacity(),
                        new EiaStateSales(),
                        new Eia930(),
                        new Eia930Balance(),
                        OwidMix.GENERATION,
                        OwidMix.DEMAND,
                        OwidEnergy.GENERATION,
                        OwidEnergy.DEMAND,
                        QueueCsv.MISO,
                        QueueCsv.PJM,
                        new WriPlants(),
                        new EpochDataCenters(),
                        new EpochTimelines(),
                        new EpochGpuClusters(),
                        DcmapRegister.COUNTIES,
                        DcmapRegister.SITES,
                        new DcmapAiSites(),
                        new UsObservatory(),
                        new EpriStates())
                .map(PublisherCsv::new);
    }

    /** All formats, in the order in which they are shown. */
    public static List<Format> all() {
        return ALL;
    }

    /** The format of that name. */
    public static Optional<Format> named(String name) {
        return ALL.stream().filter(format -> format.formatName().equals(name)).findFirst();
    }

    /** The fields of the first line of a file. */
    public static List<String> header(Source source) throws IOException {
        return Head.of(source).firstLine();
    }

    /** The bytes of a text, unpacked where it is a gz or a zip with one file. */
    public static InputStream unpacked(Source source) throws IOException {
        return Text.unpacked(source);
    }

    /** The format that a mapping describes. */
    public static Format mapped(Mapping mapping) {
        return MappedCsv.of(mapping);
    }

    /**
     * The format that a file comes closest to, among those that it does not fit; empty where none is close.
     *
     * @throws IOException when the beginning of the file cannot be read
     */
    public static Optional<HeaderGap> closest(Source source) throws IOException {
        Head head = Head.of(source);
        return ALL.stream()
                .flatMap(format -> format.gap(head).stream())
                .filter(gap -> !gap.missing().isEmpty() && gap.closeness() > CLOSE)
                .max(Comparator.comparingDouble(HeaderGap::closeness)
                        .thenComparing(gap -> -gap.unknown().size()));
    }

    /**
     * The formats that a file may be of; several where one file fills several tables.
     *
     * @throws IOException when the beginning of the file cannot be read
     */
    public static List<Format> recognise(Source source) throws IOException {
        Head head = Head.of(source);
        return ALL.stream().filter(format -> format.recognises(head)).toList();
    }
}
