package org.electrongap.project;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.electrongap.project.LinkageRules.Limit;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * Which records describe one project: blocking, scores (Fellegi and Sunter 1969), connected components, phases.
 *
 * <p>Its Datasets are kept in memory or on disk until {@link #close()}.
 */
public final class ProjectResolution implements AutoCloseable {

    /** More links than these are refused: they lie in the driver, 24 bytes each before sorting. */
    static final int MOST_LINKS = 5_000_000;

    private static final StructType PLACES = new StructType()
            .add(LatestRecords.NUMBER, DataTypes.LongType)
            .add("root", DataTypes.LongType)
            .add(ProjectRows.UMBRELLA, DataTypes.BooleanType);

    private final Gathered given;
    private final Dataset<Row> latest;
    private final Dataset<Row> blocks;
    private final Dataset<Row> pairs;
    private final Dataset<Row> placed;
    private final Dataset<Row> members;
    private final Dataset<Row> merges;
    private final int window;

    private ProjectResolution(Gathered given, LinkageRules bundled, PairOverrides overrides) {
        this.given = given;
        this.latest = given.rows();
        LinkageRules rules = bundled.with(Frequent.of(given, bundled));
        this.window = (int) rules.limit(Limit.BLOCK_WINDOW);
        this.blocks = blocks(latest, rules);
        this.pairs = pairs(given.with(blocks), rules).persist(StorageLevel.MEMORY_AND_DISK());
        List<RecordId> unknown = unknown(latest, overrides);
        Links links = Links.of(pairs, MOST_LINKS);
        List<Link> forced = decided(overrides, unknown, PairOverrides.Decision.SAME);
        Components components = Components.of(
                joined(links.merged(), forced),
                joined(links.apart(), decided(overrides, unknown, PairOverrides.Decision.DIFFERENT)),
                links.umbrellas());
        ProjectRows rows = new ProjectRows(new PairComparison(rules), withoutBits(forced));
        this.placed =
                members(given, places(components, links.umbrellas()), rows).persist(StorageLevel.MEMORY_AND_DISK());
        this.members = UmbrellaOverlap.divided(given.with(placed), links);
        this.merges = MergeLog.of(pairs, overrides, unknown, components.refused(), CutLinks.of(placed, links.merged()));
    }

    /**
     * Resolves the load records.
     *
     * @param projects core/datacenter_projects as visible at the as-of date, all editions
     * @param rules weights, limits and words
     * @param overrides pairs that the user decided
     * @throws IllegalStateException when more than five million pairs belong together
     */
    public static ProjectResolution of(Dataset<Row> projects, LinkageRules rules, PairOverrides overrides) {
        return of(Gathered.of(projects), rules, overrides);
    }

    /** The same of rows that are gathered already. */
    public static ProjectResolution of(Gathered projects, LinkageRules rules, PairOverrides overrides) {
        Dataset<Row> latest =
                LatestRecords.of(projects.rows().where(col("record_kind").equalTo("load")));
        return new ProjectResolution(projects.with(latest.persist(StorageLevel.MEMORY_AND_DISK())), rules, overrides);
    }

    /** Out/pipeline; see {@link Pipeline#of}. */
    public Dataset<Row> pipeline(Dataset<Row> assumptions, LocalDate asOf, long seed) {
        return Pipeline.of(given.with(records()), assumptions, asOf, seed);
    }

    /** Out/projects: a row a project. */
    public Dataset<Row> projects() {
        return Contract.of(TableName.out("projects"))
                .conform(members.where(col(ProjectRows.PROJECT).isNotNull()).select(ProjectRows.PROJECT + ".*"));
    }

    /** Out/project_records: a row a load record in its latest edition, with what became of its MW. */
    public Dataset<Row> records() {
        return Contract.of(TableName.out("project_records"))
                .conform(members.drop(ProjectRows.PROJECT, ProjectRows.CUT, ProjectRows.CLUSTER));
    }

    /** Out/merges: a row a decision about two records. */
    public Dataset<Row> merges() {
        return merges;
    }

    /** Out/linkage_blocks: the blocks in which not all pairs were compared. */
    public Dataset<Row> largeBlocks() {
        Dataset<Row> sizes = blocks.groupBy(col(BlockRows.BLOCK))
                .agg(count(lit(1)).as("n_records"))
                .where(col("n_records").gt(window + 1));
        return Contract.of(TableName.out("linkage_blocks"))
                .conform(sizes.withColumn(
                                "pairs_possible",
                                col("n_records")
                                        .multiply(col("n_records").minus(1))
                                        .divide(2)
                                        .cast("bigint"))
                        .withColumn(
                                "pairs_compared",
                                col("n_records")
                                        .multiply(window + 1)
                                        .minus(lit((window + 1L) * (window + 2L) / 2))
                                        .cast("bigint")));
    }

    /** Out/project_conservation, checked: what went in came out, and nothing was counted twice or lost. */
    public Dataset<Row> conservation() {
        return Conservation.of(given, records());
    }

    /** Lets go of what was kept in memory. */
    @Override
    public void close() {
        Stream.of(latest, pairs, placed).forEach(Dataset::unpersist);
    }

    private static Dataset<Row> blocks(Dataset<Row> latest, LinkageRules rules) {
        BlockRows rows = new BlockRows(rules);
        return latest.flatMap((FlatMapFunction<Row, Row>) rows::of, Encoders.row(BlockRows.schema()));
    }

    private static Dataset<Row> pairs(Gathered blocks, LinkageRules rules) {
        PairComparison comparison = new PairComparison(rules);
        return blocks.by(col(BlockRows.BLOCK))
                .sortWithinPartitions(BlockRows.BLOCK, BlockRows.ORDER, BlockRows.NUMBER)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) sorted -> new BlockPairs(sorted, comparison),
                        Encoders.row(BlockPairs.schema()))
                .dropDuplicates("a", "b");
    }

    private static List<RecordId> unknown(Dataset<Row> latest, PairOverrides overrides) {
        Set<RecordId> named = new HashSet<>();
        overrides.pairs().forEach(pair -> named.addAll(List.of(pair.a(), pair.b())));
        if (named.isEmpty()) {
            return List.of();
        }
        Object[] numbers = named.stream().map(RecordId::number).toArray();
        latest.where(col(LatestRecords.NUMBER).isin(numbers))
                .select("source", "record_id")
                .collectAsList()
                .forEach(row -> named.remove(new RecordId(row.getString(0), row.getString(1))));
        return List.copyOf(named);
    }

    private static List<Link> joined(List<Link> links, List<Link> decided) {
        List<Link> joined = new ArrayList<>(links);
        joined.addAll(decided);
        return joined;
    }

    private static List<Link> decided(
            PairOverrides overrides, List<RecordId> unknown, PairOverrides.Decision decision) {
        return overrides.pairs().stream()
                .filter(pair -> pair.decision() == decision)
                .filter(pair -> !unknown.contains(pair.a()) && !unknown.contains(pair.b()))
                .map(pair -> Link.of(pair.a().number(), pair.b().number(), Double.MAX_VALUE))
                .toList();
    }

    private static Set<Link> withoutBits(List<Link> links) {
        return links.stream().map(Link::withoutBits).collect(Collectors.toSet());
    }

    private static List<Row> places(Components components, Set<Long> umbrellas) {
        Map<Long, Long> roots = components.rootByRecord();
        List<Row> rows = new ArrayList<>();
        roots.forEach((record, root) -> rows.add(RowFactory.create(record, root, umbrellas.contains(record))));
        umbrellas.stream()
                .filter(umbrella -> !roots.containsKey(umbrella))
                .forEach(umbrella -> rows.add(RowFactory.create(umbrella, umbrella, true)));
        return rows;
    }

    private static Dataset<Row> members(Gathered latest, List<Row> places, ProjectRows rows) {
        Dataset<Row> numbered = latest.rows()
                .join(
                        latest.rows().sparkSession().createDataFrame(places, PLACES),
                        new String[] {LatestRecords.NUMBER},
                        "left")
                .withColumn(ProjectRows.PROJECT_NUMBER, coalesce(col("root"), col(LatestRecords.NUMBER)));
        return latest.with(numbered)
                .by(col(ProjectRows.PROJECT_NUMBER))
                .sortWithinPartitions(ProjectRows.PROJECT_NUMBER, LatestRecords.NUMBER)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                sorted -> new Flattened(new RowGroups(sorted, ProjectRows.PROJECT_NUMBER), rows::of),
                        Encoders.row(ProjectRows.schema()));
    }
}
