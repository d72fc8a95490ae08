package org.electrongap.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The net change of capacity with the storage that the panels leave out, pumped storage being in them already.
 *
 * <p>Panels and storage are counted by different publishers, and storage by one net of retirements and by another gross: the
 * figures name every definition, and the ratio has its own status.
 */
final class ChangeWithStorage {

    /** Of a cell: what storage other than pumped storage added. */
    static final String STORAGE = "storage_change";

    private static final String MEASURE = "net_change_with_storage";
    private static final String UNIT = Metric.CAPACITY_GW.unit();

    private ChangeWithStorage() {}

    /** The measures of the years in which both regions have a figure of storage, of the one published last. */
    static List<Comparison> compare(PairedSeries total, List<TrajectoryCell> sortedCells) {
        TreeMap<Integer, TrajectoryCell> ofA = latest(total.a(), sortedCells);
        TreeMap<Integer, TrajectoryCell> ofB = latest(total.b(), sortedCells);
        List<Comparison> rows = new ArrayList<>();
        ofA.forEach((year, a) -> {
            if (ofB.containsKey(year)) {
                compare(total, a, ofB.get(year), rows);
            }
        });
        return rows;
    }

    /** The cells come in the order of publication. */
    private static TreeMap<Integer, TrajectoryCell> latest(Side side, List<TrajectoryCell> sortedCells) {
        TreeMap<Integer, TrajectoryCell> latest = new TreeMap<>();
        for (TrajectoryCell cell : sortedCells) {
            if (cell.measure().equals(STORAGE)
                    && cell.region().equals(side.series().key().region())) {
                latest.put(cell.year(), cell);
            }
        }
        return latest;
    }

    private static void compare(
            PairedSeries total, TrajectoryCell storageA, TrajectoryCell storageB, List<Comparison> rows) {
        int year = storageA.year();
        Estimate a = sum(total.a().netChange(year), storageA.estimate());
        Estimate b = sum(total.b().netChange(year), storageB.estimate());
        Estimate ratio = Combined.ratio(a, b);
        if (!storageA.definition().comparesWith(storageB.definition())) {
            ratio = ratio.noted(
                    Status.BASES_DIFFER,
                    "storage is counted across definitions: " + named(storageA) + " and " + named(storageB));
        }
        emit(total, "_a", UNIT, storageA, storageB, a, rows);
        emit(total, "_b", UNIT, storageA, storageB, b, rows);
        emit(total, "_ratio", "", storageA, storageB, ratio, rows);
    }

    private static void emit(
            PairedSeries total,
            String suffix,
            String unit,
            TrajectoryCell storageA,
            TrajectoryCell storageB,
            Estimate estimate,
            List<Comparison> rows) {
        rows.add(new Comparison(
                "total",
                MEASURE + suffix,
                unit,
                storageA.year(),
                estimate,
                joined(total.a().definition(), storageA.definition()),
                joined(total.b().definition(), storageB.definition()),
                true));
    }

    private static Estimate sum(Estimate change, Estimate storage) {
        return Combined.of(change, storage, (x, y) -> OptionalDouble.of(x + y), "");
    }

    private static String named(TrajectoryCell storage) {
        return storage.definition().basis() + " (" + storage.definition().source() + ")";
    }

    private static Definition joined(Definition panel, Definition storage) {
        return new Definition(
                panel.basis() + "; storage: " + storage.basis(),
                panel.source() + "; storage: " + storage.source(),
                panel.edition() + "; storage: " + storage.edition());
    }
}
