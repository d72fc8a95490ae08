package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.electrongap.load.format.ContractCsv;
import org.electrongap.load.format.Format;
import org.electrongap.load.format.Formats;
import org.electrongap.load.format.Mapping;
import org.electrongap.load.format.MappingReader;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;

/** Finds the format in which a resource's files are read: a publisher's, one that a mapping describes, or the table's own. */
final class Layouts {

    private Layouts() {}

    /**
     * The format of a resource.
     *
     * @throws InputRejected when the format is unknown, fills another table, or the mapping has faults
     */
    static Format of(Resource resource, Storage storage) {
        Format format = resource.format()
                .map(name -> named(resource, name))
                .or(() -> resource.mapping().map(path -> mapped(resource, path, storage)))
                .orElseGet(() -> new ContractCsv(RecordLayout.of(resource.table()), resource.columns()));
        if (!format.table().equals(resource.table())) {
            throw rejected(
                    resource,
                    "format",
                    "\"table\"",
                    "the resource fills " + resource.table() + ", and its format " + format.formatName() + " fills "
                            + format.table(),
                    "records of one table do not fit another",
                    "Correct \"table\", or choose the publisher's format for it");
        }
        return format;
    }

    private static Format named(Resource resource, String name) {
        return Formats.named(name)
                .orElseThrow(() -> rejected(
                        resource,
                        "format",
                        "the format '" + name + "'",
                        "there is none of that name",
                        "the file cannot be read without knowing its layout",
                        "Choose one of "
                                + Formats.all().stream().map(Format::formatName).collect(Collectors.joining(", "))));
    }

    private static Format mapped(Resource resource, String path, Storage storage) {
        return Formats.mapped(mapping(resource.title(), mappingUri(resource, path), storage));
    }

    /** Where the mapping of a resource lies: below its folder, or where the user said. */
    static String mappingUri(Resource resource, String path) {
        boolean inFolder = Storages.scheme(path).isEmpty()
                && !path.startsWith("/")
                && !resource.folder().isEmpty();
        return inFolder ? DataPackage.below(resource.folder(), path) : path;
    }

    /** Reads a mapping file. */
    static Mapping mapping(String title, String uri, Storage storage) {
        List<Fault> faults = new ArrayList<>();
        try (InputStream in = storage.open(uri)) {
            Optional<Mapping> mapping = MappingReader.read(in, faults);
            return mapping.orElseThrow(() -> new InputRejected(title + ", mapping " + uri, faults));
        } catch (IOException e) {
            faults.add(new Fault(
                    "mapping",
                    uri,
                    "it cannot be read (" + e.getMessage() + ")",
                    "without it the columns of the file mean nothing",
                    "Name a mapping file that exists"));
            throw new InputRejected(title, faults);
        }
    }

    private static InputRejected rejected(
            Resource resource, String rule, String where, String what, String why, String next) {
        return new InputRejected(resource.title(), List.of(new Fault(rule, where, what, why, next)));
    }
}
