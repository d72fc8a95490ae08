package org.electrongap.share;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.electrongap.share.simulation.LoadModel;
import org.electrongap.share.simulation.ShareComponent;
import org.electrongap.share.simulation.ShareDistribution;
import org.electrongap.share.simulation.ShareSimulation;
import org.electrongap.share.simulation.SimulationSettings;
import org.electrongap.share.simulation.TargetYears;
import org.electrongap.statistics.Outcome;

/**
 * How far each edition moved the headline: the editions of load, forecasts and demand are added one at a time in the order in
 * which they were published, all else (assumptions, registers, code, random numbers) as it is today. The differences of
 * neighbours add up to the whole way, and the last step is today's headline.
 */
final class EditionTrail {

    private static final double EIGHT_PER_CENT = .08;

    private final Evidence evidence;
    private final ModelParts today;
    private final RegionModels models;
    private final LoadShareInputs.Request request;
    private final List<Object[]> rows = new ArrayList<>();

    private EditionTrail(Evidence evidence, ModelParts today, LoadShareInputs.Request request) {
        this.evidence = evidence;
        this.today = today;
        this.request = request;
        this.models = new RegionModels(
                evidence, (years, y) -> Outcome.refused("a component that only describes is no part of the headline"));
    }

    /** A headline, and all that it rests on: where that is the same, so is the headline. */
    private record Headline(List<Object> information, double lower, double median, double upper, double atLeastEight) {}

    /** The rows of out/share_editions of a region, oldest first. */
    static List<Object[]> rows(Evidence evidence, ModelParts today, LoadShareInputs.Request request) {
        EditionTrail trail = new EditionTrail(evidence, today, request);
        trail.all();
        if (trail.rows.isEmpty()) {
            trail.refuse();
        }
        return trail.rows;
    }

    private void all() {
        NavigableMap<Edition, Set<String>> editions = editions();
        Set<Edition> known = new HashSet<>();
        Optional<Headline> before = Optional.empty();
        for (Edition edition : editions.keySet()) {
            known.add(edition);
            if (isBeforeTheHistory(edition)) {
                continue;
            }
            Optional<Headline> now = headline(known, before);
            if (now.isPresent()) {
                add(edition, String.join(", ", editions.get(edition)), now.get(), before);
                before = now;
            }
        }
    }

    /** Editions older than the one whose history is read today are not taken apart: today's assumptions do not fit them. */
    private boolean isBeforeTheHistory(Edition edition) {
        return today.history()
                .value()
                .filter(past -> edition.compareTo(past.origin()) < 0)
                .isPresent();
    }

    private NavigableMap<Edition, Set<String>> editions() {
        NavigableMap<Edition, Set<String>> editions = new TreeMap<>();
        evidence.loads().stream()
                .filter(figure -> figure.region().equals(today.region()))
                .forEach(figure -> note(editions, Edition.of(figure), "datacenter_load"));
        evidence.forecasts().stream()
                .filter(figure -> figure.region().equals(today.region()))
                .forEach(figure -> note(editions, Edition.of(figure), "published_forecasts"));
        evidence.demand().stream()
                .filter(figure -> figure.region().equals(today.region()))
                .forEach(figure -> note(editions, Edition.of(figure), "demand"));
        return editions;
    }

    private static void note(NavigableMap<Edition, Set<String>> editions, Edition edition, String table) {
        editions.computeIfAbsent(edition, unused -> new TreeSet<>()).add(table);
    }

    /** The headline with what those editions say; that of before where nothing that it rests on differs. */
    private Optional<Headline> headline(Set<Edition> known, Optional<Headline> before) {
        ModelParts parts = models.on(evidence.of(known)).of(today.region(), today.assumptions());
        return parts.model().value().flatMap(model -> {
            List<Object> information = information(parts, model);
            return before.filter(same -> same.information().equals(information))
                    .or(() -> simulated(model).map(shares -> headline(information, shares)));
        });
    }

    private static List<Object> information(ModelParts parts, LoadModel model) {
        List<Object> read = new ArrayList<>(Arrays.asList(
                model.otherLoad(),
                model.floor(),
                parts.newest().orElse(null),
                parts.forecasts().values(),
                parts.refusals().keySet().stream().toList()));
        parts.history()
                .value()
                .ifPresent(past -> Stream.of(
                                past.origin(),
                                past.newest(),
                                Arrays.stream(past.years()).boxed().toList(),
                                Arrays.stream(past.twh()).boxed().toList())
                        .forEach(read::add));
        return read.stream().filter(Objects::nonNull).toList();
    }

    private Optional<ShareDistribution> simulated(LoadModel model) {
        SimulationSettings settings =
                new SimulationSettings(request.seed(), request.paths(), new TargetYears(Tornado.YEAR, Tornado.YEAR));
        return ShareSimulation.run(model.pooledOnly(), settings)
                .distribution(ShareComponent.POOL_WIDENED, Tornado.YEAR);
    }

    private static Headline headline(List<Object> information, ShareDistribution shares) {
        return new Headline(
                information,
                shares.share(.1),
                shares.share(.5),
                shares.share(.9),
                shares.probabilityOfAtLeast(EIGHT_PER_CENT));
    }

    private void add(Edition edition, String tables, Headline now, Optional<Headline> before) {
        rows.add(new Object[] {
            today.region(),
            today.primary().code(),
            Tornado.YEAR,
            rows.size() + 1,
            Date.valueOf(edition.published()),
            edition.publisher(),
            edition.edition(),
            tables,
            now.median(),
            now.lower(),
            now.upper(),
            now.atLeastEight(),
            before.map(earlier -> 100 * (now.median() - earlier.median())).orElse(null),
            before.map(earlier -> 100 * (now.atLeastEight() - earlier.atLeastEight()))
                    .orElse(null),
            ShareStatus.OK.code(),
            before.isEmpty() ? "the headline with this edition and all before it: the trail starts here" : null
        });
    }

    private void refuse() {
        Object[] row = new Object[16];
        row[0] = today.region();
        row[1] = today.primary().code();
        row[2] = Tornado.YEAR;
        row[3] = 1;
        row[14] = ShareStatus.REFUSED.code();
        row[15] = today.model().reason().orElse("no component of the pool reaches " + Tornado.YEAR);
        rows.add(row);
    }
}
