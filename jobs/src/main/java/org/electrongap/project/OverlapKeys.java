package org.electrongap.project;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a record shares with those that it overlaps: records with a key in common overlap, for the reason beside the key.
 *
 * @param rules names of parents
 */
record OverlapKeys(LinkageRules rules) implements Serializable {

    static final String KEY = "key";
    static final String REASON = "overlap_reason";

    static StructType schema() {
        return new StructType()
                .add(KEY, DataTypes.StringType)
                .add(REASON, DataTypes.StringType)
                .add(LatestRecords.NUMBER, DataTypes.LongType)
                .add("record_id", DataTypes.StringType)
                .add("record_kind", DataTypes.StringType);
    }

    Iterator<Row> of(Row latest) {
        ProjectRecord record = new RecordRows(rules).read(latest);
        boolean deal = !"load".equals(latest.getAs("record_kind"));
        boolean plant = "supply".equals(latest.getAs("record_kind"));
        List<Row> rows = new ArrayList<>();
        rows.add(row("programme|" + record.id().recordId(), "1 contains or is contained", latest));
        record.programme().ifPresent(p -> rows.add(row("programme|" + p, "1 contains or is contained", latest)));
        for (String tenant : record.tenants()) {
            for (String builder : withoutTenants(record)) {
                rows.add(row("companies|" + builder + "|" + tenant, "2 " + builder + " for " + tenant, latest));
            }
            if (deal && !plant) {
                rows.add(row("tenant|" + tenant, "3 capacity for " + tenant, latest));
            }
        }
        return rows.iterator();
    }

    private static Set<String> withoutTenants(ProjectRecord record) {
        Set<String> builders = new TreeSet<>(record.builders());
        builders.removeAll(record.tenants());
        return builders;
    }

    private static Row row(String key, String reason, Row latest) {
        return RowFactory.create(
                key,
                reason,
                latest.getAs(LatestRecords.NUMBER),
                latest.getAs("record_id"),
                latest.getAs("record_kind"));
    }
}
