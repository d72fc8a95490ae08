package org.electrongap.job;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.electrongap.run.Ledger;
import org.electrongap.run.Rejection;
import org.electrongap.run.SliceReceipt;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/** How good the inputs are, file by file: the report quality. */
final class QualityStep implements Step {

    private static final TableName QUALITY = TableName.out("quality");

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public List<TableName> reads() {
        return List.of(); // it tells of the receipts of all slices, and of no row
    }

    @Override
    public List<TableName> writes() {
        return List.of(QUALITY);
    }

    @Override
    public String dependsOn(LocalDate asOf, Ledger ledger) {
        String slices = ledger.slices().values().stream()
                .map(slice -> slice.slice() + "=" + slice.rowsDependOn() + status(slice, asOf)
                        + slice.newestVisible(asOf).map(LocalDate::toString).orElse(""))
                .collect(Collectors.joining(";"));
        return slices + ledger.rejections();
    }

    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        List<Row> rows = new ArrayList<>();
        inputs.ledger().slices().values().forEach(slice -> rows.add(row(slice, inputs.asOf())));
        inputs.ledger().rejections().forEach(rejection -> rows.add(row(rejection)));
        return Map.of(
                QUALITY,
                inputs.spark().createDataFrame(rows, Contract.of(QUALITY).schema()));
    }

    private static String status(SliceReceipt slice, LocalDate asOf) {
        Optional<LocalDate> newest = slice.newestVisible(asOf);
        if (newest.isEmpty()) {
            return "invisible";
        }
        return staleFrom(slice, asOf).filter(day -> !asOf.isBefore(day)).isPresent() ? "stale" : "fresh";
    }

    private static Optional<LocalDate> staleFrom(SliceReceipt slice, LocalDate asOf) {
        return slice.newestVisible(asOf)
                .filter(newest -> slice.freshnessDays() > 0)
                .map(newest -> newest.plusDays(slice.freshnessDays()));
    }

    private static Row row(SliceReceipt slice, LocalDate asOf) {
        String status = status(slice, asOf);
        String reason = switch (status) {
            case "stale" ->
                "no edition since " + slice.newestVisible(asOf).orElseThrow() + ", limit " + slice.freshnessDays()
                        + " days";
            case "invisible" -> "every edition of it was published after this day, or has no date";
            default -> null;
        };
        return RowFactory.create(
                slice.table(),
                slice.slice(),
                slice.dataset(),
                slice.resource(),
                slice.file(),
                status,
                reason,
                slice.newestVisible(asOf).map(Date::valueOf).orElse(null),
                slice.editions().size(),
                staleFrom(slice, asOf).map(Date::valueOf).orElse(null),
                slice.read(),
                slice.accepted(),
                slice.quarantined(),
                slice.duplicates(),
                slice.setAside().values().stream().mapToLong(Long::longValue).sum());
    }

    private static Row row(Rejection rejection) {
        return RowFactory.create(
                "",
                rejection.key(),
                rejection.dataset(),
                rejection.resource(),
                rejection.file(),
                "rejected",
                String.join(" ", rejection.faults()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
