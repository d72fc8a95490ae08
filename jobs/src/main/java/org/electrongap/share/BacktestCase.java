package org.electrongap.share;

import java.time.LocalDate;
import java.util.Optional;
import org.electrongap.share.simulation.ShareDistribution;

/**
 * One forecast of one year against what came.
 *
 * @param made the day as which it was made, or was published
 * @param forecaster one of our components, or a publisher
 * @param kind ours or published
 * @param observed what came; empty after a refusal
 * @param horizonYears target year less the last year known to the forecaster
 * @param medianTwh its median
 * @param lower80Twh 10 % quantile
 * @param upper80Twh 90 % quantile
 * @param lower95Twh 2.5 % quantile
 * @param upper95Twh 97.5 % quantile
 * @param crpsLog continuous ranked probability score of ln TWh
 * @param logScore log predictive density per TWh
 * @param eventProbability its probability of a share of 8 % or more
 * @param eventCame whether the share was 8 % or more
 * @param points observations behind it
 * @param counts whether it counts: of vintages with the same information only the first does, and what came must be the
 *     publisher's own figure
 * @param note why it does not count, or why it was refused
 */
record BacktestCase(
        LocalDate made,
        String forecaster,
        String kind,
        Optional<ObservedLoad> observed,
        Integer horizonYears,
        Double medianTwh,
        Double lower80Twh,
        Double upper80Twh,
        Double lower95Twh,
        Double upper95Twh,
        Double crpsLog,
        Double logScore,
        Double eventProbability,
        Boolean eventCame,
        Integer points,
        boolean counts,
        String note) {

    private static final String OURS =
            "what came is our arithmetic on what the publisher states: it is shown and does not count";

    static BacktestCase scored(
            LocalDate made,
            String forecaster,
            String kind,
            ObservedLoad observed,
            int horizonYears,
            ShareDistribution shares,
            double observedShare,
            int points,
            Optional<Integer> sameAs) {
        return new BacktestCase(
                made,
                forecaster,
                kind,
                Optional.of(observed),
                horizonYears,
                shares.twh(.5),
                shares.twh(.1),
                shares.twh(.9),
                shares.twh(.025),
                shares.twh(.975),
                shares.crpsLog(observed.twh()),
                shares.logScore(observed.twh()),
                shares.probabilityOfAtLeast(ShareBacktest.event()),
                observedShare >= ShareBacktest.event(),
                points,
                sameAs.isEmpty() && !observed.isOurs(),
                observed.isOurs() ? OURS : sameAs.map(BacktestCase::again).orElse(null));
    }

    private static String again(int year) {
        return "rests on the same information as the vintage of " + year + " and is not counted again";
    }

    static BacktestCase refused(LocalDate made, String forecaster, String reason) {
        return new BacktestCase(
                made,
                forecaster,
                "ours",
                Optional.empty(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                reason);
    }

    boolean isRefused() {
        return observed.isEmpty();
    }

    boolean covers80() {
        return lower80Twh <= observed.orElseThrow().twh()
                && observed.orElseThrow().twh() <= upper80Twh;
    }

    boolean covers95() {
        return lower95Twh <= observed.orElseThrow().twh()
                && observed.orElseThrow().twh() <= upper95Twh;
    }

    double logError() {
        return StrictMath.log(medianTwh / observed.orElseThrow().twh());
    }

    double brier() {
        double miss = eventProbability - (eventCame ? 1 : 0);
        return miss * miss;
    }
}
