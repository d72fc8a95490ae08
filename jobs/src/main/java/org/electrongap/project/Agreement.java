package org.electrongap.project;

import java.io.Serializable;
import java.util.Locale;

/**
 * How far two records agree in one field.
 *
 * @param field the field
 * @param level the agreement level, as in the file of weights
 * @param bits its weight, log2(m / u)
 * @param text all three in words
 */
public record Agreement(String field, String level, double bits, String text) implements Serializable {

    static Agreement of(String field, String level, double bits) {
        return new Agreement(field, level, bits, String.format(Locale.ROOT, "%s %s %+.1f", field, level, bits));
    }
}
