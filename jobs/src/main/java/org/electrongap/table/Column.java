package org.electrongap.table;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a contract.
 *
 * @param name lower case with underscores; its suffix is its unit where it has one
 * @param type what a value is
 * @param unit the unit as written for people ("GW", "TWh", "fraction"), empty for text and codes
 * @param description one sentence
 * @param required whether a row without a value is rejected
 * @param allowed the only values that a text may have; empty means any
 * @param minimum the least number allowed
 * @param maximum the greatest number allowed
 * @param pattern a regular expression that the whole text must match
 * @param codes the table of codes that a text must be of, such as {@code region}; what it holds is known to {@code load}
 */
public record Column(
        String name,
        ColumnType type,
        String unit,
        String description,
        boolean required,
        List<String> allowed,
        Optional<Double> minimum,
        Optional<Double> maximum,
        Optional<String> pattern,
        Optional<String> codes) {

    public Column {
        allowed = List.copyOf(allowed);
    }

    /** The column in a Dataset's schema, its unit and description in the field's metadata. */
    public StructField field() {
        return new StructField(name, type.sparkType(), true, metadata());
    }

    Metadata metadata() {
        return new MetadataBuilder()
                .putString("comment", description)
                .putString("unit", unit)
                .build();
    }
}
