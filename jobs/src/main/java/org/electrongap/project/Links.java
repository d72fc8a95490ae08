package org.electrongap.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The links among records, brought to the driver.
 *
 * @param merged pairs whose score reaches its threshold
 * @param apart programmes and their members
 * @param umbrellas record numbers of programmes
 */
record Links(List<Link> merged, List<Link> apart, Set<Long> umbrellas) {

    /** Numbers a link takes on its way: both records, the bits of its score, and the programme or -1. */
    private static final int WIDTH = 4;

    private static final long NO_PROGRAMME = -1;

    /**
     * Collects the links of scored pairs.
     *
     * @param most the bound: a link takes 32 bytes on the way
     * @throws IllegalStateException when there are more
     */
    static Links of(Dataset<Row> pairs, int most) {
        List<long[]> parts = pairs.mapPartitions(
                        (MapPartitionsFunction<Row, long[]>) Links::pack, Encoders.kryo(long[].class))
                .collectAsList();
        long count = parts.stream().mapToLong(part -> part.length / WIDTH).sum();
        if (count > most) {
            throw new IllegalStateException(
                    "projects: " + count + " pairs of records belong together, more than the " + most
                            + " that fit; raise campus_merge in project/linkage_limits.csv or resolve one country at a time");
        }
        Links links = new Links(new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        parts.forEach(links::unpack);
        return links;
    }

    private static Iterator<long[]> pack(Iterator<Row> pairs) {
        long[] packed = new long[WIDTH];
        int used = 0;
        while (pairs.hasNext()) {
            Row pair = pairs.next();
            Long umbrella = pair.getAs("umbrella");
            if (umbrella == null && pair.<Double>getAs("score_bits") < pair.<Double>getAs("threshold_bits")) {
                continue;
            }
            if (used + WIDTH > packed.length) {
                packed = Arrays.copyOf(packed, packed.length * 2);
            }
            packed[used++] = pair.<Long>getAs("a");
            packed[used++] = pair.<Long>getAs("b");
            packed[used++] = umbrella == null ? Double.doubleToLongBits(pair.<Double>getAs("score_bits")) : 0;
            packed[used++] = umbrella == null ? NO_PROGRAMME : umbrella;
        }
        return List.of(Arrays.copyOf(packed, used)).iterator();
    }

    private void unpack(long[] packed) {
        for (int i = 0; i < packed.length; i += WIDTH) {
            if (packed[i + 3] == NO_PROGRAMME) {
                merged.add(Link.of(packed[i], packed[i + 1], Double.longBitsToDouble(packed[i + 2])));
            } else {
                apart.add(Link.of(packed[i], packed[i + 1], 0));
                umbrellas.add(packed[i + 3]);
            }
        }
    }
}
