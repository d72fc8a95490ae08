package org.electrongap.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.electrongap.load.format.ContractCsv;
import org.electrongap.load.format.Format;
import org.electrongap.load.format.Formats;
import org.electrongap.load.format.MappingReader;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.TableName;

/**
 * The choice of a format in a form that travels to executors.
 *
 * @param table the written form of the table
 * @param format the name of the publisher's format, empty where none is named
 * @param mapping the text of the mapping, empty where none is used
 * @param columns the columns of a file in the table's own layout
 */
record LayoutChoice(String table, String format, String mapping, ArrayList<String> columns) implements Serializable {

    /** The choice of a resource whose format and mapping were found sound. */
    static LayoutChoice of(Resource resource, Storage storage) {
        return new LayoutChoice(
                resource.table().path(),
                resource.format().orElse(""),
                resource.mapping()
                        .map(path -> text(Layouts.mappingUri(resource, path), storage))
                        .orElse(""),
                new ArrayList<>(resource.columns()));
    }

    TableName tableName() {
        return TableName.parse(table);
    }

    /** The format on this machine. */
    Format chosen() {
        if (!format.isEmpty()) {
            return Formats.named(format).orElseThrow();
        }
        return mapping.isEmpty() ? new ContractCsv(RecordLayout.of(tableName()), columns) : mapped();
    }

    private Format mapped() {
        try {
            InputStream in = new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8));
            return Formats.mapped(MappingReader.read(in, new ArrayList<>()).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
    }

    private static String text(String uri, Storage storage) {
        try (InputStream in = storage.open(uri)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the mapping " + uri + " cannot be read", e);
        }
    }
}
