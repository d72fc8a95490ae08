package org.electrongap.report.page;

/**
 * Where a number comes from.
 *
 * @param definition what it is
 * @param source who published it; empty where it is ours
 * @param edition the edition
 * @param grade how it was seen; empty where the report does not say
 * @param n what the number rests on, with its unit; empty where the report does not say
 */
record Note(String definition, String source, String edition, String grade, String n) {}
