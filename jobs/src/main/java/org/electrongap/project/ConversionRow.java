package org.electrongap.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.spark.sql.Row;

/** A row of out/conversion_rates from counts or from an assumption. */
final class ConversionRow {

    /** Fewer decided cases tell nothing: with ten the 80 % interval is still forty points wide. */
    static final int FEWEST_DECIDED = 10;

    private static final List<String> COPIED = List.of(
            "population",
            "region",
            "from_stage",
            "to_stage",
            "basis",
            "source",
            "first_edition",
            "last_edition",
            "n_converted",
            "n_cancelled",
            "n_open");

    private ConversionRow() {}

    /** The rate with the Jeffreys interval of a binomial (Brown, Cai and DasGupta 2001), or a refusal. */
    static Row of(Row counts) {
        Map<String, Object> values = new HashMap<>();
        COPIED.forEach(column -> values.put(column, counts.getAs(column)));
        long converted = counts.<Long>getAs("n_converted");
        long decided = converted + counts.<Long>getAs("n_cancelled");
        if (decided < FEWEST_DECIDED) {
            values.put("status", "refused");
            values.put("reason", "needs " + FEWEST_DECIDED + " decided cases, has " + decided);
            return RowsByContract.row("conversion_rates", values);
        }
        BetaDistribution posterior = BetaDistribution.of(converted + 0.5, decided - converted + 0.5);
        double tail = (1 - Sampled.LEVEL) / 2;
        values.put("status", "ok");
        values.put("rate", (double) converted / decided);
        values.put("lower", posterior.inverseCumulativeProbability(tail));
        values.put("upper", posterior.inverseCumulativeProbability(1 - tail));
        values.put("level", Sampled.LEVEL);
        double mw = counts.<Double>getAs("mw_converted") + counts.<Double>getAs("mw_cancelled");
        values.put("rate_mw", mw > 0 ? (Double) (counts.<Double>getAs("mw_converted") / mw) : null);
        return RowsByContract.row("conversion_rates", values);
    }

    /** The rate that is assumed, its interval that of the common risk. */
    static Row assumed(String group, String region, Assumption completion) {
        double shock = completion.commonShock().orElse(0)
                * NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + Sampled.LEVEL) / 2);
        double logit = StrictMath.log(completion.value() / (1 - completion.value()));
        Map<String, Object> values = new HashMap<>();
        values.put("population", "load_projects");
        values.put("region", region);
        values.put("from_stage", group);
        values.put("to_stage", "energised");
        values.put("basis", "assumption");
        values.put("source", completion.source());
        values.put("rate", completion.value());
        values.put("lower", 1 / (1 + StrictMath.exp(shock - logit)));
        values.put("upper", 1 / (1 + StrictMath.exp(-shock - logit)));
        values.put("level", Sampled.LEVEL);
        values.put("status", "assumed");
        values.put("reason", "assumption " + completion.name());
        return RowsByContract.row("conversion_rates", values);
    }
}
