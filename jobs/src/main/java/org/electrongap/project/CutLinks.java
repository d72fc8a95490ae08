package org.electrongap.project;

import static org.apache.spark.sql.functions.col;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The links whose records {@link Clusters} put into different projects. */
final class CutLinks {

    private CutLinks() {}

    /**
     * The links, without bits. Of the records only those are brought to the driver whose chain was cut; each of them has a
     * link, so there are fewer of them than twice the links that lie there already.
     *
     * @param placed rows of {@link ProjectRows}
     * @param links the pairs whose score reaches its threshold
     */
    static Set<Link> of(Dataset<Row> placed, List<Link> links) {
        Map<Long, Long> clusters = new HashMap<>();
        placed.where(col(ProjectRows.CUT).isNotNull())
                .select(ProjectRows.CUT, ProjectRows.CLUSTER)
                .collectAsList()
                .forEach(row -> clusters.put(row.getLong(0), row.getLong(1)));
        Set<Link> cut = new HashSet<>();
        for (Link link : links) {
            Long cluster = clusters.get(link.a());
            if (cluster != null && !cluster.equals(clusters.getOrDefault(link.b(), cluster))) {
                cut.add(link.withoutBits());
            }
        }
        return cut;
    }
}
