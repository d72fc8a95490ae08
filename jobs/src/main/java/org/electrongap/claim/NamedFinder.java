package org.electrongap.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.electrongap.claim.Finding.Difference;

/**
 * Answers a claim about something named, or about a quantity that no national panel holds, by the single figures whose subject
 * is most like the claim's: deals, projects, prices, lead times, densities, counts, dates.
 */
final class NamedFinder implements Finder {

    /** Subjects this close to the best score are the same subject in other words. */
    static final double AS_GOOD = 0.03;

    private static final double AKIN = 0.2;

    /** Words for money that is promised or paid for something; any other metric of money is a sort of its own. */
    private static final String AMOUNT =
            "invest|cost|price|value|amount|spend|capex|capital|expenditure|fund|financ|deal"
                    + "|contract|agreement|order|purchase|pledge|commit|worth|bill|award|pay(?!out)|loan|budget|tariff|rate|fee";

    /** A figure this many years from the claim still speaks of its time when none is nearer. */
    private static final int STILL_CURRENT = 2;

    private final EvidenceIndex index;

    NamedFinder(EvidenceIndex index) {
        this.index = index;
    }

    @Override
    public List<Finding> find(Question question) {
        if (question.measure().isPresent() && !question.is(Relation.GROWTH) && !question.is(Relation.CHANGE)) {
            return List.of();
        }
        Map<Figure, Double> scores = scores(question, index);
        double best =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Figure> chosen = scores.keySet().stream()
                .filter(figure -> scores.get(figure) >= best - AS_GOOD)
                .toList();
        List<Finding> findings = new ArrayList<>(findings(question, chosen));
        findings.addAll(ofOtherYears(question, scores, best));
        return findings;
    }

    /** Figures of almost the same subject count only as what it was, or will be, in another year. */
    private static List<Finding> ofOtherYears(Question question, Map<Figure, Double> scores, double best) {
        List<Figure> akin = scores.keySet().stream()
                .filter(figure -> scores.get(figure) < best - AS_GOOD && scores.get(figure) >= best - AKIN)
                .toList();
        return findings(question, akin).stream()
                .filter(finding -> finding.difference() == Difference.YEAR)
                .toList();
    }

    /** The best score of a figure that may answer the claim as it is; 0 when none may. */
    static double bestScore(Question question, EvidenceIndex index) {
        return scores(question, index).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private static Map<Figure, Double> scores(Question question, EvidenceIndex index) {
        Similarity similarity = new Similarity(index, question.claim());
        Map<Figure, Double> scores = new LinkedHashMap<>();
        for (Figure figure : index.singles()) {
            if (comparable(question, figure)) {
                double score = similarity.of(figure);
                if (score >= Similarity.THRESHOLD) {
                    scores.put(figure, score);
                }
            }
        }
        return scores;
    }

    /** Same dimension; where both are pure numbers or money, also the same sort of it. */
    private static boolean comparable(Question question, Figure figure) {
        Unit mine = question.claim().unit();
        if (!mine.measuresLike(figure.unit()) && !isPerThing(mine, figure)) {
            return false;
        }
        String metric = question.claim().metric().replace('_', ' ');
        String quantity = figure.quantity().replace('_', ' ');
        if (mine.isMoney()) {
            return sortOfMoney(metric, metric + " " + question.claim().subject())
                    .equals(sortOfMoney(quantity, quantity));
        }
        return !mine.dimension().equals("1")
                || sort(metric, "").equals(sort(quantity, figure.unit().written()));
    }

    /** "Wh per query" is the unit of a figure in Wh that is called "electricity per query". */
    private static boolean isPerThing(Unit mine, Figure figure) {
        String divided = figure.unit().dimension() + "/";
        return mine.dimension().startsWith(divided)
                && figure.quantity().contains("per ")
                && Words.of(figure.quantity()).contains(mine.dimension().substring(divided.length()));
    }

    /** What a firm is worth, what that changed by, what it earns and what it pays out are no deals. */
    private static String sortOfMoney(String quantity, String words) {
        if (Words.matches(words, "market (value|cap)")) {
            return Words.matches(words, "change|rise|increase") ? "change of market value" : "market value";
        }
        if (Words.matches(words, "revenue|profit")) {
            return "revenue";
        }
        return Words.matches(quantity, AMOUNT) ? "amount" : quantity;
    }

    /** A change, a share, a ratio and a margin are four sorts of pure number; any other is its own, by its words. */
    private static String sort(String quantity, String unit) {
        if (Words.matches(quantity, "margin")) {
            return "margin";
        }
        if (Words.matches(quantity, "change|growth|increase|rise|yoy")) {
            return "change";
        }
        if (Words.matches(quantity, "ratio|times|multiple") || unit.equals("x")) {
            return "ratio";
        }
        return Words.matches(quantity, "share|stake|part|portion|percent|fraction")
                ? "share"
                : String.join(" ", Words.of(quantity));
    }

    private static List<Finding> findings(Question question, List<Figure> figures) {
        Map<String, List<Figure>> bySeries = figures.stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.table() + "|" + figure.subject() + "|" + figure.quantity() + "|"
                                + figure.region(),
                        TreeMap::new,
                        Collectors.toList()));
        NamedBasis basis = new NamedBasis(question.claim(), figures);
        List<Finding> findings = new ArrayList<>();
        bySeries.values()
                .forEach(series -> series.forEach(figure -> {
                    boolean ofTime = isOfTime(question, figure, series) && !isOutdated(question, figure, figures);
                    findings.add(new Finding(
                            ofTime ? basis.differenceOf(figure) : Difference.YEAR,
                            question.claim().unit().convert(figure.value(), figure.unit()),
                            describe(figure),
                            "named " + figure.quantity(),
                            List.of(figure)));
                }));
        return findings;
    }

    /** Long before or after the claim's year, while another figure speaks of that very year. */
    private static boolean isOutdated(Question question, Figure figure, List<Figure> all) {
        OptionalInt year = question.year();
        return year.isPresent()
                && figure.year().isPresent()
                && StrictMath.abs(yearOf(figure) - year.getAsInt()) > STILL_CURRENT
                && all.stream().anyMatch(other -> other.speaksOf(year.getAsInt()));
    }

    /**
     * Whether a figure speaks of the claim's time: the only one of its series, of the claim's year, or, when no figure of the
     * series is, of the year nearest to it; without a year, the newest. A figure of another basis may be a year away. A
     * forecast speaks of its target year alone.
     */
    private static boolean isOfTime(Question question, Figure figure, List<Figure> series) {
        OptionalInt year = question.year();
        if (figure.table().equals("core/published_forecasts") && year.isPresent()) {
            return figure.speaksOf(year.getAsInt());
        }
        if (series.stream().map(Figure::period).distinct().count() == 1) {
            return true;
        }
        if (year.isEmpty()) {
            return yearOf(figure)
                    == series.stream().mapToInt(NamedFinder::yearOf).max().orElse(0);
        }
        List<Figure> ofYear =
                series.stream().filter(other -> other.speaksOf(year.getAsInt())).toList();
        return ofYear.isEmpty()
                ? isNearest(yearOf(figure), year.getAsInt(), series)
                : figure.speaksOf(year.getAsInt()) || isOtherDefinition(figure, year.getAsInt(), ofYear);
    }

    private static boolean isOtherDefinition(Figure figure, int year, List<Figure> ofYear) {
        return StrictMath.abs(yearOf(figure) - year) <= 1
                && !isOfOneDay(figure)
                && ofYear.stream().noneMatch(other -> other.basis().equals(figure.basis()));
    }

    /** What was announced on one day is superseded by what is announced later; yearly figures stand beside each other. */
    private static boolean isOfOneDay(Figure figure) {
        return figure.days().filter(days -> days.first().equals(days.last())).isPresent();
    }

    private static boolean isNearest(int figure, int year, List<Figure> series) {
        int nearest = series.stream()
                .mapToInt(other -> StrictMath.abs(yearOf(other) - year))
                .min()
                .orElse(0);
        return nearest <= STILL_CURRENT && StrictMath.abs(figure - year) == nearest;
    }

    private static int yearOf(Figure figure) {
        return figure.year().orElse(0);
    }

    static String describe(Figure figure) {
        String what = figure.subject().isEmpty() ? figure.quantity() : figure.subject() + ": " + figure.quantity();
        String basis = figure.basis().isEmpty() ? "" : ", " + figure.basis();
        String when = figure.period().isEmpty() ? "" : ", " + figure.period();
        return what.replace('_', ' ') + " " + figure.valueText() + basis + when + " (" + figure.citation() + ")";
    }
}
