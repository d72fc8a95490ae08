package org.electrongap.project;

/**
 * How far two records agree in one field.
 *
 * @param field the field
 * @param level the agreement level, as in the file of weights
 * @param bits its weight, log2(m / u)
 */
public record Agreement(String field, String level, double bits) {}
