package org.electrongap.claim;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The core tables that may answer a claim, in all editions that the as-of date may see. */
@FunctionalInterface
public interface ClaimEvidence {

    /**
     * Rows of a core table, each a map from column to value.
     *
     * @param table the name of the table, such as {@code capacity}
     * @param regions only rows of these regions; empty for all rows
     */
    List<Map<String, Object>> rows(String table, Set<String> regions);

    /** The evidence of Datasets with the columns of the core tables. */
    static ClaimEvidence of(Function<String, Dataset<Row>> tables) {
        return (table, regions) -> {
            Dataset<Row> rows = tables.apply(table);
            return maps(regions.isEmpty() ? rows : rows.where(col("region").isin(regions.toArray())));
        };
    }

    private static List<Map<String, Object>> maps(Dataset<Row> rows) {
        List<Map<String, Object>> maps = new ArrayList<>();
        List<Row> collected = rows.limit(EvidenceRows.MOST_ROWS + 1).collectAsList();
        EvidenceRows.checkSize(collected.size());
        for (Row row : collected) {
            Map<String, Object> map = new LinkedHashMap<>();
            List.of(rows.columns()).forEach(column -> map.put(column, row.getAs(column)));
            maps.add(map);
        }
        return maps;
    }
}
