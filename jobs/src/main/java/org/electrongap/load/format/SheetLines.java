package org.electrongap.load.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.Source;

/**
 * The rows of the sheet of a workbook that has the needed columns. A sheet leaves out trailing blank cells, so rows below
 * the header are made as long as the header is.
 */
final class SheetLines implements Lines {

    private final Source source;
    private final List<String> needed;
    private final Optional<String> named;

    SheetLines(Source source, List<String> needed, Optional<String> named) {
        this.source = source;
        this.needed = List.copyOf(needed);
        this.named = named;
    }

    @Override
    public End forEach(Consumer<Line> rows) {
        try (Workbook book = Workbook.open(source)) {
            long[] last = new long[1];
            int[] width = {-1};
            book.forEach(sheet(book), line -> {
                last[0] = line.number();
                if (width[0] < 0 && isHeader(line)) {
                    width[0] = withoutBlankEnd(line.fields(), 0).size();
                }
                rows.accept(new Line(line.number(), fitted(line.fields(), width[0])));
                return true;
            });
            return new End(last[0], true);
        }
    }

    private String sheet(Workbook book) {
        List<String> sheets = book.sheets();
        if (named.isPresent()) {
            return named.filter(sheets::contains).orElseThrow(() -> new DamagedFile(missing(sheets)));
        }
        List<String> fitting = sheets.stream()
                .filter(sheet -> matches(book, sheet) == needed.size())
                .toList();
        if (fitting.size() > 1) {
            throw new DamagedFile(several(fitting));
        }
        return fitting.isEmpty() ? closest(book, sheets) : fitting.get(0);
    }

    private String closest(Workbook book, List<String> sheets) {
        String closest = sheets.get(0);
        for (String sheet : sheets) {
            closest = matches(book, sheet) > matches(book, closest) ? sheet : closest;
        }
        return closest;
    }

    /** How many of the needed columns the row of a sheet that has most of them has. */
    private long matches(Workbook book, String sheet) {
        long[] most = new long[1];
        int[] seen = new int[1];
        book.forEach(sheet, line -> {
            CsvHeader header = new CsvHeader(line.fields());
            most[0] = Math.max(most[0], needed.stream().filter(header::has).count());
            return ++seen[0] < PublisherCsv.PREAMBLE;
        });
        return most[0];
    }

    private boolean isHeader(Line line) {
        CsvHeader header = new CsvHeader(line.fields());
        return needed.stream().allMatch(header::has);
    }

    /** The fields of a row below a header of that width; as they are where the header is still to come. */
    private static List<String> fitted(List<String> fields, int width) {
        List<String> fitted = withoutBlankEnd(fields, Math.max(width, 0));
        while (fitted.size() < width) {
            fitted.add("");
        }
        return fitted;
    }

    private static List<String> withoutBlankEnd(List<String> fields, int least) {
        List<String> kept = new ArrayList<>(fields);
        while (kept.size() > least && kept.get(kept.size() - 1).isBlank()) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }

    private Fault missing(List<String> sheets) {
        return new Fault(
                "sheet",
                "the workbook",
                "it has no sheet '" + named.orElseThrow() + "', but " + sheets,
                "the mapping names that sheet",
                "Correct \"sheet\" in the mapping");
    }

    private static Fault several(List<String> sheets) {
        return new Fault(
                "sheet",
                "the workbook",
                "the sheets " + sheets + " all have the columns",
                "reading one would lose the records of the others silently",
                "Name one with \"sheet\" in a mapping, and load the file once for each");
    }
}
