package org.electrongap.load;

import java.io.EOFException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.electrongap.load.format.Format;
import org.electrongap.load.format.Formats;
import org.electrongap.load.format.HeaderGap;
import org.electrongap.load.format.Mapping;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.PublicationDate;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Source;
import org.electrongap.table.TableName;

/**
 * One file that the user points at, with what the user says about it.
 *
 * @param uri where it lies
 * @param dataset the data set that it belongs to; empty: one of its own, named after its format
 * @param format the publisher's format; empty: recognised from the header
 * @param mapping the path of a mapping file, which takes the place of a format
 * @param publisher who published it; empty: as the format says
 * @param edition the day, month or year on which it was published; empty: as its rows say
 */
public record InputFile(
        String uri,
        Optional<String> dataset,
        Optional<String> format,
        Optional<String> mapping,
        Optional<String> publisher,
        Optional<String> edition) {

    /** Tables that a file in the columns of the contract may be for. */
    private static final List<String> TABLES = List.of(
            "capacity",
            "generation",
            "demand",
            "datacenter_projects",
            "datacenter_load",
            "published_forecasts",
            "market",
            "reference_facts",
            "claims",
            "assumptions",
            "annotations",
            "preferred_sources",
            "interconnection_requests",
            "plants");

    /** Columns that tell nothing of the table that a file is for. */
    private static final Set<String> OF_EVERY_TABLE =
            Set.of("source", "edition", "retrieved", "grade", "maturity", "note");

    /**
     * The resource that the file is a file of: one of the named data set where its format fits, else one of its own.
     *
     * @param known the data sets that are there
     * @param today the day of the load
     * @throws InputRejected naming every reason why the file cannot be placed
     * @throws IOException when its beginning cannot be read
     */
    public Resource resource(List<DataPackage> known, Storage storage, LocalDate today) throws IOException {
        checkEdition(today);
        Resource own = mapping.isPresent() ? mapped(storage) : unmapped(storage);
        Optional<Resource> declared = known.stream()
                .filter(set -> dataset.filter(set.name()::equals).isPresent())
                .flatMap(set -> set.resources().stream())
                .filter(resource -> resource.table().equals(own.table())
                        && resource.format().equals(own.format())
                        && resource.mapping().equals(own.mapping()))
                .findFirst();
        Resource resource = declared.orElse(own);
        Editions editions = edition.<Editions>map(date -> new Editions.Given(date, part(own, storage)))
                .orElse(resource.editions());
        if (editions.of(uri).isEmpty()) {
            throw rejected(
                    "edition",
                    "--edition",
                    "the file does not say when it was published",
                    "a figure without that date cannot be shown as of any day, and a file's own time is never used",
                    "Name the day, month or year with --edition, such as --edition 2025-03");
        }
        return resource.with(editions, publisher);
    }

    private String part(Resource own, Storage storage) {
        try {
            return own.format()
                    .flatMap(Formats::named)
                    .map(named -> named.part(
                            uri.substring(uri.replace('\\', '/').lastIndexOf('/') + 1), () -> storage.open(uri)))
                    .orElse("");
        } catch (DamagedFile damage) {
            throw new InputRejected(uri, List.of(damage.fault()));
        }
    }

    private void checkEdition(LocalDate today) {
        if (edition.isPresent() && PublicationDate.of(edition.get(), today).isEmpty()) {
            throw rejected(
                    "edition",
                    "--edition",
                    "'" + edition.get() + "' is no day, month or year",
                    "no as-of date would ever see the figures",
                    "Write it as 2025-03-26, 2025-03 or 2025");
        }
    }

    private Resource mapped(Storage storage) {
        Mapping read = Layouts.mapping(uri, mapping.orElseThrow(), storage);
        return own(
                read.name(),
                read.table(),
                Optional.empty(),
                mapping,
                editionsOf(read.columns().containsKey("edition")));
    }

    private Resource unmapped(Storage storage) throws IOException {
        Source source = () -> storage.open(uri);
        List<Format> fitting = format.isPresent() ? List.of(named(format.get())) : recognised(source);
        if (fitting.size() > 1) {
            throw severalFit(fitting);
        }
        if (fitting.size() == 1) {
            Format only = fitting.get(0);
            return own(
                    only.formatName(),
                    only.table(),
                    Optional.of(only.formatName()),
                    Optional.empty(),
                    editionsOf(false));
        }
        TableName table = tableOfHeader(source);
        return own(table.name(), table, Optional.empty(), Optional.empty(), editionsOf(true));
    }

    private List<Format> recognised(Source source) throws IOException {
        try {
            return Formats.recognise(source);
        } catch (DamagedFile damage) {
            throw new InputRejected(uri, List.of(damage.fault()));
        } catch (EOFException | ZipException e) {
            throw rejected(
                    "truncated",
                    "the first bytes",
                    "the compressed file ends too early or is broken (" + e.getMessage() + ")",
                    "not even its header can be read",
                    "Fetch the file again");
        }
    }

    private Format named(String name) {
        return Formats.named(name)
                .orElseThrow(() -> rejected(
                        "format",
                        "--format",
                        "there is no format '" + name + "'",
                        "the file cannot be read without knowing its layout",
                        "Choose one of "
                                + Formats.all().stream().map(Format::formatName).collect(Collectors.joining(", "))));
    }

    private InputRejected severalFit(List<Format> fitting) {
        String names = fitting.stream()
                .map(each -> each.formatName() + " (" + each.table() + ")")
                .collect(Collectors.joining(", "));
        return rejected(
                "format",
                "the header",
                "it fits " + names,
                "one load fills one table",
                "Load the file once for each, with --format");
    }

    private TableName tableOfHeader(Source source) throws IOException {
        List<String> header = header(source);
        for (String name : TABLES) {
            if (missing(name, header).isEmpty()) {
                return TableName.core(name);
            }
        }
        Optional<HeaderGap> format = closestFormat(source);
        Optional<HeaderGap> closest = format.or(() -> closestTable(header));
        throw rejected(
                "unknown_layout",
                "the header",
                "no format fits its columns " + header
                        + format.map(gap -> "; closest is the format " + gap.contract() + ": " + gap.text())
                                .or(() -> closest.map(gap -> "; closest is the table " + gap.contract()
                                        + ", which also needs " + gap.missing()))
                                .orElse(""),
                "what the columns mean must not be guessed",
                closest.map(HeaderGap::hints)
                                .filter(hints -> !hints.isEmpty())
                                .map(hints -> hints + ". ")
                                .orElse("")
                        + "Name the format with --format, or describe the columns in a mapping file and name it with"
                        + " --mapping; --check gives one to begin with, and shows how it is understood");
    }

    private List<String> header(Source source) throws IOException {
        try {
            return Formats.header(source);
        } catch (DamagedFile damage) {
            throw new InputRejected(uri, List.of(damage.fault()));
        }
    }

    private Optional<HeaderGap> closestFormat(Source source) throws IOException {
        try {
            return Formats.closest(source);
        } catch (DamagedFile damage) {
            throw new InputRejected(uri, List.of(damage.fault()));
        }
    }

    /** Which table has most of these columns, told where one has any of its own among them. */
    private static Optional<HeaderGap> closestTable(List<String> header) {
        return TABLES.stream()
                .filter(name -> ownColumns(name, header) > 0)
                .max(Comparator.comparingLong(name -> ownColumns(name, header)))
                .map(name -> {
                    List<String> columns = RecordLayout.of(TableName.core(name)).columnNames();
                    List<String> unknown = new ArrayList<>(header);
                    unknown.removeAll(columns);
                    return new HeaderGap("core/" + name, 1, columns, missing(name, header), unknown);
                });
    }

    private static long ownColumns(String table, List<String> header) {
        return RecordLayout.of(TableName.core(table)).columnNames().stream()
                .filter(column -> header.contains(column) && !OF_EVERY_TABLE.contains(column))
                .count();
    }

    private static List<String> missing(String table, List<String> header) {
        List<String> missing =
                new ArrayList<>(RecordLayout.of(TableName.core(table)).columnNames());
        missing.removeAll(header);
        return missing;
    }

    private Editions editionsOf(boolean rowsSayIt) {
        return rowsSayIt ? new Editions.InColumn("edition") : new Editions.Given("", "");
    }

    private Resource own(
            String name, TableName table, Optional<String> ownFormat, Optional<String> ownMapping, Editions editions) {
        return new Resource(
                dataset.orElse(name),
                "",
                name,
                uri.substring(uri.replace('\\', '/').lastIndexOf('/') + 1),
                table,
                publisher.orElse(name),
                publisher.orElse(""),
                editions,
                ownFormat,
                ownMapping,
                ownFormat.isPresent() || ownMapping.isPresent()
                        ? List.of()
                        : RecordLayout.of(table).columnNames(),
                Optional.empty(),
                Optional.empty(),
                "primary",
                List.of(),
                "",
                Optional.empty(),
                OptionalInt.empty());
    }

    private InputRejected rejected(String rule, String where, String what, String why, String next) {
        return new InputRejected(uri, List.of(new Fault(rule, where, what, why, next)));
    }
}
