package org.electrongap.load;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.QuarantinedRecord;
import org.electrongap.load.record.RecordCounts;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting.Sorted;

/**
 * What would come of a file, in few bytes.
 *
 * @param counts the record law
 * @param faults why the file would be rejected; empty when it would not
 * @param quarantined records that would be quarantined, not all of them where there are many
 * @param metCorrections the lines of corrections that met a record
 * @param notes what a person should know besides
 * @param columns what the columns of the table would hold
 * @param first one record that would become a row
 */
record Understood(
        RecordCounts counts,
        List<Fault> faults,
        List<QuarantinedRecord> quarantined,
        Set<Long> metCorrections,
        List<String> notes,
        List<ColumnSummary> columns,
        Optional<CheckedRecord> first) {

    static Understood of(Sorted sorted, RecordLayout layout, String fileName) {
        List<ColumnSummary> columns = summaries(layout);
        sorted.accepted().forEach(record -> see(columns, record.values()));
        return new Understood(
                sorted.counts(),
                sorted.faults(),
                sorted.quarantined(),
                sorted.metCorrections(),
                MarkedRecords.notes(fileName, sorted.marked()),
                columns,
                sorted.accepted().stream().findFirst());
    }

    static List<ColumnSummary> summaries(RecordLayout layout) {
        return layout.columns().stream().map(ColumnSummary::new).toList();
    }

    static void see(List<ColumnSummary> columns, Object[] values) {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).see(values[i]);
        }
    }
}
