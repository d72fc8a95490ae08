package org.electrongap.run;

/**
 * An edition of what a source says on one basis, as a slice holds it.
 *
 * @param source the source
 * @param basis the basis, null where the table has none
 * @param published the day from which it is visible, ISO form, null where none is
 * @param edition the edition
 * @param rows about how many rows of it the slice holds
 */
public record HeldEdition(String source, String basis, String published, String edition, long rows) {}
