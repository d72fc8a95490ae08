package org.electrongap.project;

import org.apache.spark.sql.Row;

/**
 * What the pipeline needs of a record.
 *
 * @param year year that its source reports, null where none
 * @param counted whether it stands for a phase
 * @param umbrella whether it is a programme, of which counts what its sites do not hold
 * @param given whether its source gives MW
 */
record PipelineItem(
        Integer year,
        boolean counted,
        boolean umbrella,
        boolean given,
        double uniqueMw,
        double duplicatedMw,
        double rejectedMw,
        double mwIfBuilt) {

    static PipelineItem of(Row row) {
        return new PipelineItem(
                row.getAs("year"),
                Role.COUNTED.code().equals(row.getAs("role")),
                Role.UMBRELLA.code().equals(row.getAs("role")),
                row.getAs("power_mw") != null,
                row.<Double>getAs("unique_mw"),
                row.<Double>getAs("duplicated_mw"),
                row.<Double>getAs("rejected_mw"),
                row.<Double>getAs("mw_if_built"));
    }

    /** Whether there is something to build: it stands for a phase, or for the rest of a programme, and has MW. */
    boolean mayBeBuilt() {
        return (counted || umbrella) && mwIfBuilt > 0;
    }
}
