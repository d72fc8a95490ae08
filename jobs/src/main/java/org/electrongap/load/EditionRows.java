package org.electrongap.load;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * An edition of what a source says on one basis, and how much of it a file holds.
 *
 * @param source the source
 * @param basis the basis, null where the table has none
 * @param published the day from which it is visible, null where none is
 * @param edition the edition
 * @param rows its records in the file, repeated ones among them
 */
public record EditionRows(String source, String basis, LocalDate published, String edition, long rows)
        implements Serializable {

    EditionRows plus(EditionRows more) {
        return new EditionRows(source, basis, published, edition, rows + more.rows);
    }

    boolean isOf(EditionRows other) {
        return Objects.equals(edition, other.edition)
                && Objects.equals(source, other.source)
                && Objects.equals(basis, other.basis)
                && Objects.equals(published, other.published);
    }
}
