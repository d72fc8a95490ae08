package org.electrongap.job;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.electrongap.run.Store;

/** What a table's log said up to a version, in one Parquet file (Delta transaction log protocol, classic checkpoints). */
final class Checkpoint {

    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.checkpoint\\.parquet");

    private Checkpoint() {}

    /** The version of the newest one up to a version; an empty file, as a power cut leaves it, is none. */
    static OptionalLong newest(Store log, long version) {
        return log.entries().stream()
                .filter(entry -> entry.bytes() > 0)
                .map(entry -> NAME.matcher(entry.name()))
                .filter(Matcher::matches)
                .mapToLong(name -> Long.parseLong(name.group(1)))
                .filter(checkpoint -> checkpoint <= version)
                .max();
    }

    /** What the checkpoint of that very version holds; nothing where it cannot be read to its end. */
    static Optional<LogReplay> replay(Store log, long version) {
        String file = log.uri(String.format(java.util.Locale.ROOT, "%020d.checkpoint.parquet", version));
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), new Path(file))
                .withConf(log.configuration())
                .build()) {
            LogReplay replay = new LogReplay();
            for (Group action = reader.read(); action != null; action = reader.read()) {
                replay(action, replay);
            }
            return Optional.of(replay);
        } catch (IOException | RuntimeException e) { // Parquet throws a plain RuntimeException for most kinds of damage
            return Optional.empty();
        }
    }

    private static void replay(Group action, LogReplay replay) {
        if (holds(action, "add")) {
            Group add = action.getGroup("add", 0);
            replay.add(add.getString("path", 0), add.getLong("size", 0), partition(add));
        }
        if (holds(action, "remove")) {
            Group remove = action.getGroup("remove", 0);
            long removed = holds(remove, "deletionTimestamp") ? remove.getLong("deletionTimestamp", 0) : 0;
            replay.remove(remove.getString("path", 0), Instant.ofEpochMilli(removed));
        }
    }

    private static Map<String, String> partition(Group add) {
        Map<String, String> partition = new LinkedHashMap<>();
        if (holds(add, "partitionValues")) {
            Group values = add.getGroup("partitionValues", 0);
            for (int i = 0; i < values.getFieldRepetitionCount(0); i++) {
                Group value = values.getGroup(0, i);
                partition.put(
                        value.getString(0, 0), value.getFieldRepetitionCount(1) == 0 ? null : value.getString(1, 0));
            }
        }
        return partition;
    }

    private static boolean holds(Group group, String field) {
        return group.getType().containsField(field) && group.getFieldRepetitionCount(field) > 0;
    }
}
