package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.electrongap.load.record.Corrected;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.RecordSink;
import org.electrongap.load.record.Source;
import org.electrongap.load.record.Violation;
import org.electrongap.table.TableName;

/** A CSV file whose columns are those of a core table, in any order: the layout of the bundled data sets. */
public final class ContractCsv implements Format {

    private final RecordLayout layout;
    private final List<String> columns;

    /**
     * @param layout the layout of the table
     * @param columns the columns that the data package declares, in any order
     */
    public ContractCsv(RecordLayout layout, List<String> columns) {
        this.layout = layout;
        this.columns = List.copyOf(columns);
    }

    @Override
    public String formatName() {
        return layout.table().path();
    }

    @Override
    public TableName table() {
        return layout.table();
    }

    @Override
    public boolean recognises(Head head) {
        return head.rowBelow(columns).isPresent();
    }

    @Override
    public Optional<Divisible> divisible(Optional<Charset> declared) {
        return Divisible.of(columns, ',', declared.orElse(StandardCharsets.UTF_8));
    }

    @Override
    public void read(Source source, Origin origin, RecordSink sink) {
        Rows rows = new Rows(origin, sink);
        Lines.End end = Lines.of(
                        source, origin.encoding().orElse(StandardCharsets.UTF_8), ',', columns, Optional.empty())
                .forEach(rows::take);
        rows.finish(end);
    }

    /** Takes the rows of one file; holds one back, because only the last may be cut. */
    private final class Rows {

        private final RecordSink sink;
        private final Origin origin;
        private CsvHeader header;
        private RowCorrections corrections;
        private int[] fields;
        private int[] cells;
        private CsvRow held;

        Rows(Origin origin, RecordSink sink) {
            this.origin = origin;
            this.sink = sink;
        }

        void take(Lines.Line line) {
            if (header == null) {
                header = new CsvHeader(line.fields());
                HeaderRules.check(
                        header, line.number(), columns, layout.table().path(), HeaderRules.NAME_THE_LAYOUT, sink);
                corrections =
                        RowCorrections.of(header, origin, sink, row -> sink.setAside(row.line(), Corrected.DROPPED));
                List<String> present = columns.stream().filter(header::has).toList();
                fields = present.stream().mapToInt(header::index).toArray();
                cells = present.stream().mapToInt(layout::index).toArray();
                return;
            }
            if (held != null) {
                give(held);
            }
            held = new CsvRow(line.number(), line.fields().toArray(String[]::new), header);
        }

        void finish(Lines.End end) {
            if (held == null) {
                return;
            }
            corrections.corrected(held).ifPresent(row -> {
                LastRow.check(row, end, lastIsNumber(), origin);
                giveCorrected(row);
            });
        }

        private boolean lastIsNumber() {
            String name = header.names().get(header.size() - 1);
            return layout.has(name)
                    && switch (layout.columns().get(layout.index(name)).type()) {
                        case NUMBER, INTEGER, LONG -> true;
                        default -> false;
                    };
        }

        private void give(CsvRow published) {
            corrections.corrected(published).ifPresent(this::giveCorrected);
        }

        private void giveCorrected(CsvRow row) {
            if (row.fields().length != header.size()) {
                sink.quarantine(row.line(), row, fieldCount(row));
                return;
            }
            RecordDraft draft = layout.draft(row.line(), row);
            for (int i = 0; i < fields.length; i++) {
                draft.with(cells[i], row.text(fields[i]));
            }
            sink.record(draft);
        }

        private Violation fieldCount(CsvRow row) {
            return new Violation(
                    "field_count", "", "has " + row.fields().length + " fields, and the header names " + header.size());
        }
    }
}
