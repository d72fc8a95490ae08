package org.electrongap.share;

/**
 * What row-level registers lead to expect: a row of out/pipeline that belongs to its country's total.
 *
 * @param region country
 * @param stage the group of stages as in the names of assumptions: early, advanced or under_construction
 * @param powerKind kind of MW
 * @param year year
 * @param energisedMw mean MW energised in the year, before ramp
 */
record PipelineFigure(String region, String stage, String powerKind, int year, double energisedMw) {}
