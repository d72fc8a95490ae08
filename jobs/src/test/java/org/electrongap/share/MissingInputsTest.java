package org.electrongap.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.electrongap.share.simulation.LineRegression;
import org.electrongap.statistics.LeastSquares;
import org.electrongap.statistics.Outcome;
import org.electrongap.table.Column;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A night with little data ends with refusals that name what is missing, never with an exception. */
class MissingInputsTest {

    private static final int PATHS = 200;
    private static Evidence whole;

    @BeforeAll
    static void read() {
        whole = Evidence.of(BundledCore.asOf("2026-11-22", List.of(), List.of(), PATHS));
    }

    private record Without(String name, UnaryOperator<Evidence> change) {
        @Override
        public String toString() {
            return "without " + name;
        }
    }

    static Stream<Without> tablesInTurn() {
        List<LoadFigure> none = List.of();
        return Stream.of(
                new Without("datacenter_load", e -> evidence(e, none, e.forecasts(), e.demand(), e.assumptions())),
                new Without("published_forecasts", e -> evidence(e, e.loads(), none, e.demand(), e.assumptions())),
                new Without("demand", e -> evidence(e, e.loads(), e.forecasts(), List.of(), e.assumptions())),
                new Without("end use", MissingInputsTest::withoutEndUse),
                new Without("assumptions", e -> evidence(e, e.loads(), e.forecasts(), e.demand(), List.of())),
                new Without("annotations", e -> rest(e, Set.of(), e.capacity(), e.market())),
                new Without("capacity", e -> rest(e, e.doubtfulLoads(), List.of(), e.market())),
                new Without("market", e -> rest(e, e.doubtfulLoads(), e.capacity(), List.of())),
                new Without("anything but capacity", MissingInputsTest::capacityOnly),
                new Without("anything", e -> rest(capacityOnly(e), Set.of(), List.of(), List.of())));
    }

    @ParameterizedTest
    @MethodSource("tablesInTurn")
    void everyTableHasRowsAndEveryRowWithoutAValueSaysWhy(Without without) {
        ShareTables tables = tables(without.change().apply(whole));
        answers("load_share", "share", tables.loadShare());
        answers("share_probabilities", "probability", tables.shareProbabilities());
        answers("sensitivities", "share_base", tables.sensitivities());
        answers("scenarios", "value", tables.scenarios());
        answers("adequacy", "value", tables.adequacy());
        assertThat(tables.shareBacktest()).as("cases").isNotEmpty();
        assertThat(tables.shareExplanation()).as("steps").isNotEmpty();
    }

    @Test
    void everyAssumptionMayBeMissing() {
        Set<String> names = new TreeSet<>();
        whole.assumptions().forEach(row -> names.add(row.name()));
        for (String name : names) {
            List<AssumptionRow> others = whole.assumptions().stream()
                    .filter(row -> !row.name().equals(name) && !bothWeights(row.name(), name))
                    .toList();
            ShareTables tables = tables(evidence(whole, whole.loads(), whole.forecasts(), whole.demand(), others));
            answers("load_share", "share", tables.loadShare());
        }
    }

    @Test
    void dayBeforeAllDataIsRefused() {
        Evidence then = whole.knownOn(LocalDate.of(2010, 1, 1));
        ShareTables tables = tables(evidence(then, then.loads(), then.forecasts(), then.demand(), List.of()));
        answers("load_share", "share", tables.loadShare());
        assertThat(statuses("load_share", tables.loadShare())).as("statuses").containsOnly("refused");
    }

    /** One weight alone cannot be missing, since they add to 1. */
    private static boolean bothWeights(String one, String other) {
        return one.startsWith("weight_") && other.startsWith("weight_");
    }

    private static ShareTables tables(Evidence evidence) {
        return LoadShare.tables(
                evidence,
                new LoadShareInputs.Request(LocalDate.of(2026, 11, 22), List.of(), List.of(), 1, PATHS),
                MissingInputsTest::line);
    }

    private static Outcome<LineRegression> line(int[] years, double[] y) {
        double centre = Arrays.stream(years).average().orElse(0);
        double[] x = Arrays.stream(years).mapToDouble(year -> year - centre).toArray();
        return LeastSquares.of(x, y)
                .fit()
                .map(fit -> LineRegression.leastSquares(years, y, fit.coefficients()[0], fit.coefficients()[1]));
    }

    private static void answers(String table, String value, List<Object[]> rows) {
        int at = place(table, value);
        int reason = place(table, "reason");
        assertThat(rows).as(table).isNotEmpty();
        for (Object[] row : rows) {
            assertThat(row)
                    .as(table)
                    .hasSize(Contract.of(TableName.out(table)).columns().size());
            boolean refused = row[place(table, "status")].equals("refused");
            assertThat(row[at] == null).as(Arrays.toString(row)).isEqualTo(refused);
            assertThat(refused && row[reason] == null)
                    .as("refused without a reason")
                    .isFalse();
        }
    }

    private static List<Object> statuses(String table, List<Object[]> rows) {
        return rows.stream().map(row -> row[place(table, "status")]).distinct().toList();
    }

    private static int place(String table, String column) {
        return Contract.of(TableName.out(table)).columns().stream()
                .map(Column::name)
                .toList()
                .indexOf(column);
    }

    private static Evidence withoutEndUse(Evidence e) {
        return evidence(
                e,
                e.loads(),
                e.forecasts(),
                e.demand().stream()
                        .filter(row -> row.denominator() != Denominator.END_USE)
                        .toList(),
                e.assumptions());
    }

    private static Evidence capacityOnly(Evidence e) {
        return evidence(e, List.of(), List.of(), List.of(), List.of());
    }

    private static Evidence evidence(
            Evidence e,
            List<LoadFigure> loads,
            List<LoadFigure> forecasts,
            List<DemandFigure> demand,
            List<AssumptionRow> assumptions) {
        return new Evidence(
                loads,
                forecasts,
                demand,
                assumptions,
                e.doubtfulLoads(),
                e.capacity(),
                e.market(),
                e.pipeline(),
                e.order());
    }

    private static Evidence rest(
            Evidence e, Set<String> doubtful, List<CapacityFigure> capacity, List<MarketFigure> market) {
        return new Evidence(
                e.loads(),
                e.forecasts(),
                e.demand(),
                e.assumptions(),
                doubtful,
                capacity,
                market,
                e.pipeline(),
                e.order());
    }
}
