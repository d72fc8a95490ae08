package org.electrongap.share;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrongap.share.simulation.Assumption;
import org.electrongap.share.simulation.Assumptions;
import org.electrongap.share.simulation.BayesTrend;
import org.electrongap.share.simulation.DampedGrowth;
import org.electrongap.share.simulation.InvalidAssumptionsException;
import org.electrongap.share.simulation.LineRegression;
import org.electrongap.share.simulation.LinearPool;
import org.electrongap.share.simulation.LoadComponent;
import org.electrongap.share.simulation.LoadModel;
import org.electrongap.share.simulation.OtherLoad;
import org.electrongap.share.simulation.PublishedMixture;
import org.electrongap.share.simulation.PublishedValue;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.ShareDistribution;
import org.electrongap.share.simulation.ShareSimulation;
import org.electrongap.share.simulation.SimulatedLoad;
import org.electrongap.share.simulation.SimulationSettings;
import org.electrongap.share.simulation.TargetYears;
import org.electrongap.share.simulation.TrendOfLoad;
import org.electrongap.share.simulation.VintageFloor;
import org.electrongap.statistics.Outcome;

/**
 * What the forecast would have said with only what was published by then, against what came.
 *
 * <p>Levels and growth rates that the assumptions judge today would be hindsight: they are taken from the load history of
 * the vintage. The shape of the models (damping, noise, floor, weights) is today's, and the floor itself was judged from
 * errors of these very years, so its coverage here is no independent proof.
 */
final class ShareBacktest {

    /** The years at whose end the forecast is made. */
    static final List<Integer> VINTAGES = List.of(2007, 2016, 2018, 2020, 2023);

    /** With fewer vintages a percentage would pretend a precision that is not there. */
    static final int FEWEST_FOR_A_PERCENTAGE = 10;

    /** A level and a growth rate: less is no forecast. Lines need more points, and are refused by themselves. */
    private static final int FEWEST_POINTS = 2;

    /** As far as the forecast of today reaches: to 2035 from its last observed year. */
    private static final int LONGEST_HORIZON = 11;

    /** The assumptions without which there is no backtest. */
    private static final List<String> NEEDED = List.of(
            "other_load_level",
            "other_load_growth",
            "bayes_prior_level",
            "bayes_prior_growth",
            "bayes_prior_sigma",
            "datacenter_load_base",
            "growth_initial",
            "growth_damping",
            "growth_final",
            "growth_noise",
            "weight_bayes",
            "published_log_error",
            "vintage_log_error_5_years");

    private static final int MOST_PATHS = 8_192;
    private static final double EIGHT_PER_CENT = .08;
    private static final String REGION = "USA";

    private final Evidence evidence;
    private final ModelParts today;
    private final RegionModels.Regressions regressions;
    private final long seed;
    private final int paths;
    private final List<BacktestCase> cases = new ArrayList<>();
    private final Map<String, Integer> informationSeen = new TreeMap<>();

    private ShareBacktest(
            Evidence evidence,
            ModelParts today,
            RegionModels.Regressions regressions,
            LoadShareInputs.Request request) {
        this.evidence = evidence;
        this.today = today;
        this.regressions = regressions;
        this.seed = request.seed();
        this.paths = Math.min(MOST_PATHS, request.paths());
    }

    /** The rows of out/share_backtest, for the United States: no other region has a history. */
    static List<Object[]> rows(
            Evidence evidence,
            ModelParts today,
            RegionModels.Regressions regressions,
            LoadShareInputs.Request request) {
        ShareBacktest backtest = new ShareBacktest(evidence, today, regressions, request);
        Optional<String> missing = backtest.missing();
        if (missing.isEmpty()) {
            VINTAGES.forEach(backtest::vintage);
            backtest.publishers();
        } else {
            backtest.cases.add(BacktestCase.refused(request.asOf(), "pool_widened", missing.get()));
        }
        return BacktestRows.of(REGION, backtest.cases);
    }

    /** Why there can be no backtest; empty when there can. */
    private Optional<String> missing() {
        Optional<String> unknown = today.history()
                .then(past -> today.demand().ratio(today.primary(), Denominator.GENERATION_PLUS_NET_IMPORTS))
                .reason();
        if (unknown.isPresent()) {
            return unknown;
        }
        List<String> invisible =
                NEEDED.stream().filter(name -> !today.assumptions().has(name)).toList();
        return invisible.isEmpty()
                ? Optional.empty()
                : Optional.of("assumptions that are not visible on that day: " + String.join(", ", invisible));
    }

    private void vintage(int year) {
        LocalDate day = LocalDate.of(year, 12, 31);
        Evidence then = evidence.knownOn(day);
        Outcome<LoadHistory> enough = LoadHistory.of(then, REGION);
        Outcome<LoadHistory> history = enough.isRefused() ? LoadHistory.of(then, REGION, FEWEST_POINTS) : enough;
        if (history.isRefused()) {
            cases.add(BacktestCase.refused(day, "pool_widened", history.reason().orElseThrow()));
            return;
        }
        String information = information(then);
        Integer first = informationSeen.putIfAbsent(information, year);
        for (ObservedLoad observed :
                observedAfter(history.orElseThrow().newest().year(), year)) {
            Outcome<Double> share = observedShare(observed);
            if (share.isRefused()) {
                cases.add(
                        BacktestCase.refused(day, "pool_widened", share.reason().orElseThrow()));
            } else {
                score(day, then, history.orElseThrow(), observed, Optional.ofNullable(first));
            }
        }
    }

    /** The figures that a forecast of that day reads, as text: equal text, equal information. */
    private static String information(Evidence then) {
        return Stream.concat(LoadHistory.estimates(then, REGION).stream(), projections(then))
                .map(figure -> figure.publisher() + figure.edition() + figure.year() + figure.centre())
                .sorted()
                .toList()
                .toString();
    }

    private List<ObservedLoad> observedAfter(int lastKnown, int vintage) {
        LoadHistory past = today.history().orElseThrow();
        List<LoadFigure> estimates = LoadHistory.estimates(evidence, REGION);
        TreeSet<Integer> years = new TreeSet<>();
        estimates.stream()
                .filter(figure -> figure.publisher().equals(past.publisher()))
                .filter(figure -> !evidence.isDoubtful(figure))
                .filter(figure -> figure.year() > lastKnown && figure.year() >= vintage)
                .filter(figure -> figure.year() <= lastKnown + LONGEST_HORIZON)
                .forEach(figure -> years.add(figure.year()));
        return years.stream()
                .flatMap(year -> ObservedLoad.of(estimates, past.publisher(), year).stream())
                .toList();
    }

    private void score(
            LocalDate day, Evidence then, LoadHistory history, ObservedLoad observed, Optional<Integer> sameAs) {
        int last = history.years()[history.years().length - 1];
        LoadModel model = model(then, history, observed, last);
        SimulatedLoad load = ShareSimulation.run(
                model, new SimulationSettings(seed, paths, new TargetYears(observed.year(), observed.year())));
        for (ShareComponent component : load.components()) {
            load.distribution(component, observed.year())
                    .ifPresent(shares -> cases.add(BacktestCase.scored(
                            day,
                            component.code(),
                            "ours",
                            observed,
                            observed.year() - last,
                            shares,
                            observedShare(observed).orElseThrow(),
                            history.years().length,
                            sameAs)));
        }
    }

    private LoadModel model(Evidence then, LoadHistory history, ObservedLoad observed, int last) {
        Assumptions known = asKnownThen(history, last);
        List<LoadComponent> components = new ArrayList<>();
        regressions
                .fit(history.years(), BayesTrend.logs(history.twh()))
                .value()
                .ifPresent(line -> components.add(new TrendOfLoad(ShareComponent.LOG_LINEAR, line, Optional.empty())));
        LineRegression posterior = BayesTrend.prior(known).updated(history.years(), BayesTrend.logs(history.twh()));
        components.add(new TrendOfLoad(ShareComponent.BAYES, posterior, Optional.empty()));
        components.add(DampedGrowth.of(known));
        components.add(
                PublishedMixture.of(publishedThen(then, last), 1, Optional.of(known.require("datacenter_load_base"))));
        return new LoadModel(
                otherLoad(observed), components, Optional.empty(), LinearPool.of(known), floor(last), Optional.empty());
    }

    /** Today's assumptions with the levels and growth rates that the history of the vintage shows. */
    private Assumptions asKnownThen(LoadHistory history, int last) {
        double level = history.twh()[history.twh().length - 1];
        double growth = StrictMath.log(level / history.twh()[0]) / (last - history.years()[0]);
        Assumptions a = today.assumptions();
        return a.without("bayes_prior_level")
                .without("datacenter_load_base")
                .without("growth_initial")
                .with(dated(a.require("bayes_prior_level"), last, level))
                .with(a.require("bayes_prior_growth").at(growth))
                .with(dated(a.require("datacenter_load_base"), last, level))
                .with(dated(a.require("growth_initial"), last + 1, growth));
    }

    private static Assumption dated(Assumption row, int year, double value) {
        return row.at(value).in(year).because("load history of the vintage");
    }

    /** Of each publisher and year the figure that stands for its newest edition then. */
    private List<PublishedValue> publishedThen(Evidence then, int last) {
        Map<List<Object>, List<LoadFigure>> byTarget = projections(then)
                .filter(figure -> figure.year() > last)
                .collect(Collectors.groupingBy(
                        figure -> List.of(figure.publisher(), figure.year()), LinkedHashMap::new, Collectors.toList()));
        return byTarget.values().stream()
                .map(ForecastSelection::ofNewestEdition)
                .map(StandingFigure::of)
                .map(this::value)
                .toList();
    }

    private PublishedValue value(LoadFigure figure) {
        return new PublishedValue(
                figure.publisher(), figure.year(), figure.centre().getAsDouble(), publishedError());
    }

    /** Forecasts in TWh, wherever they stand. */
    private static Stream<LoadFigure> projections(Evidence known) {
        return Stream.concat(
                        known.loads().stream().filter(figure -> !figure.kind().equals(LoadFigure.ESTIMATE)),
                        known.forecasts().stream())
                .filter(figure -> figure.region().equals(REGION)
                        && figure.quantity() == LoadFigure.Quantity.DATACENTER_TWH
                        && ForecastSelection.isEligible(figure));
    }

    private void publishers() {
        LoadHistory past = today.history().orElseThrow();
        List<LoadFigure> estimates = LoadHistory.estimates(evidence, REGION);
        standing(projections(evidence))
                .sorted(Comparator.comparing((LoadFigure figure) -> Edition.of(figure))
                        .thenComparingInt(LoadFigure::year))
                .forEach(figure -> ObservedLoad.of(estimates, past.publisher(), figure.year())
                        .filter(observed -> !observedShare(observed).isRefused())
                        .ifPresent(observed -> publisher(figure, observed)));
    }

    /** Of each publisher, edition and year the figure that stands for them. */
    static Stream<LoadFigure> standing(Stream<LoadFigure> figures) {
        return figures
                .collect(Collectors.groupingBy(figure -> List.of(Edition.of(figure), figure.year())))
                .values()
                .stream()
                .map(StandingFigure::of);
    }

    private void publisher(LoadFigure figure, ObservedLoad observed) {
        int made = figure.published().getYear();
        LoadModel model = new LoadModel(
                otherLoad(observed),
                List.of(PublishedMixture.of(List.of(value(figure)), 1, Optional.empty())),
                Optional.empty(),
                new LinearPool(Map.of(ShareComponent.PUBLISHED, 1.0)),
                floor(made),
                Optional.empty());
        SimulatedLoad load = ShareSimulation.run(
                model, new SimulationSettings(seed, paths, new TargetYears(figure.year(), figure.year())));
        ShareDistribution shares =
                load.distribution(ShareComponent.POOL_WIDENED, figure.year()).orElseThrow();
        cases.add(BacktestCase.scored(
                figure.published(),
                figure.publisher(),
                "published",
                observed,
                figure.year() - made,
                shares,
                observedShare(observed).orElseThrow(),
                1,
                Optional.empty()));
    }

    private double publishedError() {
        return today.assumptions().require("published_log_error").value();
    }

    private VintageFloor floor(int last) {
        return new VintageFloor(
                today.assumptions().require("vintage_log_error_5_years").value(), last);
    }

    /** All other use in the year that came, without error: the backtest scores the load, not the denominator. */
    private OtherLoad otherLoad(ObservedLoad observed) {
        Assumption level = today.assumptions()
                .find("other_load_level")
                .orElseThrow(() -> new InvalidAssumptionsException(
                        List.of("assumption 'other_load_level' is missing: the backtest needs it")));
        return new OtherLoad(
                fixed(dated(
                        level,
                        observed.year(),
                        observed.twh() / observedShare(observed).orElseThrow() - observed.twh())),
                fixed(today.assumptions().require("other_load_growth")));
    }

    private static Assumption fixed(Assumption row) {
        return row.heldAt(row.value());
    }

    /** The share that came, of the headline denominator; refused where no demand of the year or of one before is known. */
    private Outcome<Double> observedShare(ObservedLoad observed) {
        Map.Entry<Integer, Double> total =
                today.demand().of(Denominator.GENERATION_PLUS_NET_IMPORTS).floorEntry(observed.year());
        if (total == null) {
            return Outcome.refused("no visible edition gives the demand of " + observed.year());
        }
        return today.demand()
                .ratio(today.primary(), Denominator.GENERATION_PLUS_NET_IMPORTS)
                .map(ratio -> observed.twh() / (total.getValue() * ratio));
    }

    /** The threshold of the event that the Brier score is of. */
    static double event() {
        return EIGHT_PER_CENT;
    }
}
