package org.electrongap.load.format;

import java.time.LocalDate;
import java.util.Optional;

/** From which day to which the rows of a file are, where a publisher issues an edition period by period. */
final class IssuedPeriod {

    private final CsvLayout layout;
    private CsvHeader header;
    private LocalDate first;
    private LocalDate last;

    private IssuedPeriod(CsvLayout layout) {
        this.layout = layout;
    }

    /** The first and the last day, such as {@code 2019-01-01..2019-06-30}; empty where no row has a day. */
    static Optional<String> of(CsvLayout layout, Lines lines) {
        IssuedPeriod period = new IssuedPeriod(layout);
        lines.forEach(period::see);
        return Optional.ofNullable(period.first)
                .map(from -> from.equals(period.last) ? from.toString() : from + ".." + period.last);
    }

    private void see(Lines.Line line) {
        if (header == null) {
            CsvHeader candidate = new CsvHeader(line.fields());
            header = layout.needed().stream().allMatch(candidate::has) ? candidate : null;
        } else if (line.fields().size() == header.size()) {
            layout.day(new CsvRow(line.number(), line.fields().toArray(String[]::new), header))
                    .ifPresent(this::extend);
        }
    }

    private void extend(LocalDate day) {
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
    }
}
