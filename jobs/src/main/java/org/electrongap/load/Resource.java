package org.electrongap.load;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.electrongap.table.TableName;

/**
 * One resource of a data package: files of one layout that fill one core table.
 *
 * @param dataset the name of the data set
 * @param folder where the data set lies, as a URI or path
 * @param name the name of the resource in its data set
 * @param path file or glob below the folder, or a full URI
 * @param table the core table
 * @param publisher who publishes the figures
 * @param source what the column {@code source} says for files that do not say it themselves; blank: as the format says
 * @param editions where the edition is found
 * @param format the name of the publisher's layout; empty where the columns are those of the table
 * @param mapping the path of a mapping file below the folder; empty where none is used
 * @param columns the columns that the files hold
 * @param encoding how the text is encoded; empty: as the format says, UTF-8 for a table's own columns
 * @param retrieved the day on which the files were read, for files that do not say it themselves; empty: the day of the load
 * @param grade how the figures were seen, for files that do not say it themselves
 * @param licences names of the licences
 * @param citation how to cite the resource
 * @param corrections where the file of its corrections lies; empty: {@code corrections.csv} in the folder, if there is one
 * @param freshnessDays after how many days without a new edition the resource counts as stale
 */
public record Resource(
        String dataset,
        String folder,
        String name,
        String path,
        TableName table,
        String publisher,
        String source,
        Editions editions,
        Optional<String> format,
        Optional<String> mapping,
        List<String> columns,
        Optional<Charset> encoding,
        Optional<LocalDate> retrieved,
        String grade,
        List<String> licences,
        String citation,
        Optional<String> corrections,
        OptionalInt freshnessDays) {

    public Resource {
        columns = List.copyOf(columns);
        licences = List.copyOf(licences);
    }

    /** The same resource for a file of which the user says the edition, and maybe the publisher. */
    Resource with(Editions given, Optional<String> givenPublisher) {
        return new Resource(
                dataset,
                folder,
                name,
                path,
                table,
                givenPublisher.orElse(publisher),
                givenPublisher.orElse(source),
                given,
                format,
                mapping,
                columns,
                encoding,
                retrieved,
                grade,
                licences,
                citation,
                corrections,
                freshnessDays);
    }

    /** The same resource for a file that is the part of that name of an edition. */
    public Resource inPart(String part) {
        return with(new Editions.Part(editions, part), Optional.empty());
    }

    /** The same resource with a file of corrections that the user names, which takes the place of its own. */
    public Resource correctedBy(String file) {
        return new Resource(
                dataset,
                folder,
                name,
                path,
                table,
                publisher,
                source,
                editions,
                format,
                mapping,
                columns,
                encoding,
                retrieved,
                grade,
                licences,
                citation,
                Optional.of(file),
                freshnessDays);
    }

    /** The data set's and the resource's name, as messages show it. */
    public String title() {
        return dataset + "/" + name;
    }

    /**
     * What a load of the file replaces as a whole: the resource, its edition where a file is one, and the part of it where
     * an edition is issued in several files.
     */
    public String slice(SourceFile file) {
        StringBuilder slice = new StringBuilder(title());
        if (editions.aFileIsOne()) {
            slice.append('/').append(file.edition());
        } else if (!file.pathInDataset().equals(path)) {
            slice.append('/').append(file.pathInDataset());
        }
        String part = editions.part(file.pathInDataset());
        return part.isEmpty()
                ? slice.toString()
                : slice.append('/').append(part).toString();
    }
}
