package org.electrongap.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.electrongap.report.ReportRows;
import org.electrongap.run.Store;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * Rows of a warehouse's tables, read from their own files without Spark: on small tables planning a Spark job takes longer
 * than reading.
 */
final class TableFiles {

    private final Store warehouse;
    private final Configuration configuration;

    TableFiles(Store warehouse, Configuration configuration) {
        this.warehouse = warehouse;
        this.configuration = configuration;
    }

    /**
     * Rows of a table at a version, each a map from column to value, in the order of its contract.
     *
     * @param keep chooses the rows
     * @param atMost how many at most
     * @param mostBytes a table whose files are larger is left to Spark
     * @return nothing when the table is too large, or its log no longer tells which files are its own
     */
    Optional<List<Map<String, Object>>> rows(
            TableName table, long version, Predicate<Map<String, Object>> keep, long atMost, long mostBytes) {
        Store folder = warehouse.folder(table.path());
        return Delta.filesAt(folder, version)
                .map(LogReplay.Files::live)
                .filter(files ->
                        files.stream().mapToLong(Delta.PartitionedFile::bytes).sum() <= mostBytes)
                .map(files -> rows(Contract.of(table).columnNames(), folder, files, keep, atMost));
    }

    /**
     * The paths of the files that hold these slices of a table at a version, relative to the table.
     *
     * @return nothing when the table's log no longer tells which files are its own
     */
    Optional<List<String>> ofSlices(TableName table, long version, List<String> slices) {
        return Delta.filesAt(warehouse.folder(table.path()), version)
                .map(files -> files.live().stream()
                        .filter(file -> slices.contains(file.partition().get("slice")))
                        .map(Delta.PartitionedFile::path)
                        .toList());
    }

    /**
     * Rows of some slices of a core table at a version.
     *
     * @param keep chooses among their rows
     * @param mostBytes slices whose files are larger are left to Spark
     * @return nothing when the slices are too large, or the table's log no longer tells which files are theirs
     */
    Optional<List<Map<String, Object>>> rowsOfSlices(
            TableName table, long version, Set<String> slices, Predicate<Map<String, Object>> keep, long mostBytes) {
        Store folder = warehouse.folder(table.path());
        return Delta.filesAt(folder, version)
                .map(files -> files.live().stream()
                        .filter(file -> slices.contains(file.partition().get("slice")))
                        .toList())
                .filter(files ->
                        files.stream().mapToLong(Delta.PartitionedFile::bytes).sum() <= mostBytes)
                .map(files -> rows(Contract.of(table).columnNames(), folder, files, keep, Long.MAX_VALUE));
    }

    private List<Map<String, Object>> rows(
            List<String> columns,
            Store folder,
            List<Delta.PartitionedFile> files,
            Predicate<Map<String, Object>> keep,
            long atMost) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Delta.PartitionedFile file : files) {
            ReportRows.of(
                            folder.uri(file.path()),
                            configuration,
                            row -> keep.test(whole(columns, row, file.partition())),
                            atMost - rows.size())
                    .forEach(row -> rows.add(whole(columns, row, file.partition())));
        }
        return rows;
    }

    private static Map<String, Object> whole(
            List<String> columns, Map<String, Object> row, Map<String, String> partition) {
        Map<String, Object> whole = new LinkedHashMap<>();
        columns.forEach(column -> whole.put(column, row.getOrDefault(column, partition.get(column))));
        return whole;
    }
}
