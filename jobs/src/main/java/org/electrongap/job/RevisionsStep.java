package org.electrongap.job;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.table.TableName;

/** What newer editions changed: the report revisions. */
final class RevisionsStep implements Step {

    /** The step's name. */
    static final String NAME = "revisions";

    /** The panels whose editions are compared; other tables hold one edition a row. */
    static final List<TableName> PANELS =
            List.of(TableName.core("capacity"), TableName.core("generation"), TableName.core("demand"));

    private static final TableName REVISIONS = TableName.out("revisions");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<TableName> reads() {
        return PANELS;
    }

    @Override
    public List<TableName> writes() {
        return List.of(REVISIONS);
    }

    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        return Map.of(REVISIONS, EditionRevisions.of(inputs, PANELS));
    }
}
