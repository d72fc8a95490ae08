package org.electrongap.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.electrongap.run.Store;

/** The data files of a table that are not there as they were written: gone, or cut, as a power cut leaves them. */
final class LostFiles {

    private final Store table;
    private final Map<String, Map<String, Long>> folders = new HashMap<>();

    private LostFiles(Store table) {
        this.table = table;
    }

    /**
     * What a version of a table lacks, in words; nothing where it lacks nothing, or where its log no longer tells its files.
     */
    static Optional<String> of(Store table, long version) {
        LostFiles found = new LostFiles(table);
        List<Delta.PartitionedFile> lost = Delta.filesAt(table, version).stream()
                .flatMap(files -> files.live().stream())
                .filter(file -> found.bytes(file.path())
                        .filter(size -> size == file.bytes())
                        .isEmpty())
                .toList();
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(table.uri() + " lacks " + lost.size() + " of its files at version " + version + ", "
                        + found.text(lost.get(0)) + " the first");
    }

    private String text(Delta.PartitionedFile file) {
        return file.path()
                + bytes(file.path())
                        .map(size -> " (" + size + " of " + file.bytes() + " bytes)")
                        .orElse("");
    }

    private Optional<Long> bytes(String path) {
        int slash = path.lastIndexOf('/');
        return Optional.ofNullable(folders.computeIfAbsent(path.substring(0, Math.max(slash, 0)), this::sizes)
                .get(path.substring(slash + 1)));
    }

    private Map<String, Long> sizes(String folder) {
        Store store = folder.isEmpty() ? table : table.folder(folder);
        return store.entries().stream().collect(Collectors.toMap(Store.Entry::name, Store.Entry::bytes));
    }
}
