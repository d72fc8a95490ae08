package org.electrongap.load.format;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.electrongap.load.record.Corrected;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.RecordSink;
import org.electrongap.load.record.Source;
import org.electrongap.load.record.Violation;
import org.electrongap.table.TableName;

/** Reads a publisher's CSV: finds the header below a preamble, checks it, and hands each row to the layout. */
final class PublisherCsv implements Format {

    /** Titles, notes and empty lines that publishers put above a header; more than these are not searched. */
    static final int PREAMBLE = 30;

    private final CsvLayout layout;

    PublisherCsv(CsvLayout layout) {
        this.layout = layout;
    }

    @Override
    public String formatName() {
        return layout.formatName();
    }

    @Override
    public TableName table() {
        return layout.table();
    }

    @Override
    public boolean recognises(Head head) {
        return head.rowBelow(layout.needed()).filter(layout::recognises).isPresent();
    }

    @Override
    public Optional<HeaderGap> gap(Head head) {
        return closest(head.firstLines());
    }

    /** What keeps the line that comes closest to the header from being it. */
    private Optional<HeaderGap> closest(List<Lines.Line> lines) {
        return lines.stream()
                .map(line -> HeaderGap.of(layout, line))
                .reduce((closest, next) -> next.closeness() > closest.closeness() ? next : closest);
    }

    @Override
    public String part(String fileName, Source source) {
        Optional<String> period = layout.isIssuedInPeriods()
                ? IssuedPeriod.of(layout, lines(source, layout.encoding()))
                : Optional.empty();
        return Stream.concat(Stream.of(layout.part(fileName)), period.stream())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("/"));
    }

    @Override
    public List<String> understanding() {
        return layout.understanding();
    }

    @Override
    public Optional<Divisible> divisible(Optional<Charset> declared) {
        return layout.isDivisible()
                ? Divisible.of(layout.needed(), layout.separator(), declared.orElse(layout.encoding()))
                : Optional.empty();
    }

    @Override
    public List<String> columns(Source source, Origin origin) {
        ColumnProfile[] profile = new ColumnProfile[1];
        lines(source, origin).forEach(line -> {
            CsvHeader header = new CsvHeader(line.fields());
            if (profile[0] != null) {
                profile[0].see(line.fields());
            } else if (layout.needed().stream().allMatch(header::has)) {
                profile[0] = new ColumnProfile(header);
            }
        });
        return profile[0] == null
                ? List.of()
                : IntStream.range(0, profile[0].header().size())
                        .mapToObj(i -> profile[0].line(
                                i, use(profile[0].header().names().get(i))))
                        .toList();
    }

    private String use(String column) {
        if (layout.reads(column)) {
            return "read";
        }
        return layout.mayHave(column) ? "known" : "unknown";
    }

    @Override
    public void read(Source source, Origin origin, RecordSink sink) {
        Records records = new Records(RecordLayout.of(layout.table()), origin, layout.source(), sink);
        Rows rows = new Rows(records, origin, sink);
        rows.finish(lines(source, origin).forEach(rows::take));
    }

    private Lines lines(Source source, Origin origin) {
        return lines(source, origin.encoding().orElse(layout.encoding()));
    }

    private Lines lines(Source source, Charset encoding) {
        return Lines.of(source, encoding, layout.separator(), layout.needed(), layout.sheet());
    }

    /** Takes the rows of one file; holds one back, because only the last may be cut. */
    private final class Rows {

        private final Records records;
        private final RecordSink sink;
        private final List<Lines.Line> preamble = new ArrayList<>();
        private final CsvLayout.Rows target;
        private final Origin origin;
        private CsvHeader header;
        private RowCorrections corrections;
        private CsvRow held;

        Rows(Records records, Origin origin, RecordSink sink) {
            this.records = records;
            this.origin = origin;
            this.sink = sink;
            this.target = layout.rows(records);
        }

        void take(Lines.Line line) {
            if (header == null) {
                seek(line);
                return;
            }
            if (held != null) {
                give(held);
            }
            held = new CsvRow(line.number(), line.fields().toArray(String[]::new), header);
        }

        void finish(Lines.End end) {
            if (header == null && !preamble.isEmpty()) {
                throw withoutHeader();
            }
            if (held == null) {
                return;
            }
            corrections.corrected(held).ifPresent(row -> giveLast(row, end));
            target.end();
        }

        private void giveLast(CsvRow row, Lines.End end) {
            boolean lastIsNumber = row.text(row.fields().length - 1).matches("[-+.\\d]+");
            LastRow.check(row, end, lastIsNumber, origin);
            giveCorrected(row);
        }

        private void seek(Lines.Line line) {
            CsvHeader candidate = new CsvHeader(line.fields());
            if (layout.needed().stream().allMatch(candidate::has)) {
                header = candidate;
                List<String> expected = new ArrayList<>(layout.needed());
                candidate.names().stream().filter(layout::mayHave).forEach(expected::add);
                HeaderRules.check(candidate, line.number(), expected, layout.formatName(), layout.unread(), sink);
                corrections = RowCorrections.of(candidate, origin, sink, this::drop);
                return;
            }
            preamble.add(line);
            if (preamble.size() == PREAMBLE) {
                throw withoutHeader();
            }
        }

        private DamagedFile withoutHeader() {
            HeaderGap gap = closest(preamble).orElseThrow();
            return new DamagedFile(new Fault(
                    "header",
                    "line " + gap.line(),
                    gap.text(),
                    "the format " + layout.formatName() + " needs " + layout.needed(),
                    gap.hints().isEmpty()
                            ? "Choose another format with --format, or describe the file in a mapping"
                            : gap.hints()));
        }

        private void give(CsvRow published) {
            corrections.corrected(published).ifPresent(this::giveCorrected);
        }

        /** A row counts as many times as it would without the correction that drops it. */
        private void drop(CsvRow row) {
            if (row.fields().length != header.size()) {
                sink.setAside(row.line(), Corrected.DROPPED);
                return;
            }
            CsvLayout.Rows alone = layout.rows(
                    new Records(RecordLayout.of(layout.table()), origin, layout.source(), new DroppedRecords(sink)));
            alone.take(row);
            alone.end();
        }

        private void giveCorrected(CsvRow row) {
            if (row.fields().length == header.size()) {
                target.take(row);
                return;
            }
            String reason = "has " + row.fields().length + " fields, and the header names " + header.size();
            records.quarantine(row.line(), row, new Violation("field_count", "", reason));
        }
    }
}
