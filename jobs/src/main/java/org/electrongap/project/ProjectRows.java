package org.electrongap.project;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of projects made of linked records: a row a record, and on the leading record's row the project itself.
 *
 * @param comparison how records are compared
 * @param forced pairs that the user declared the same
 */
record ProjectRows(PairComparison comparison, Set<Link> forced) implements Serializable {

    static final String PROJECT_NUMBER = "project_number";
    static final String UMBRELLA = "umbrella";
    /** Column with the project, filled on the row of the record that leads it. */
    static final String PROJECT = "project";
    /** Column with the record's number, filled where the linked records became several projects. */
    static final String CUT = "cut";
    /** Column with the smallest number of the record's project. */
    static final String CLUSTER = "cluster";

    private static final List<String> GRADES =
            List.of("primary", "secondary", "derived", "single_article", "judgement", "recalled");
    /** The most advanced first; what was cancelled leads only where nothing else is left. */
    private static final List<ProjectStage> ADVANCED_FIRST = List.of(
            ProjectStage.ENERGISED,
            ProjectStage.UNDER_CONSTRUCTION,
            ProjectStage.PERMITTED,
            ProjectStage.REQUESTED,
            ProjectStage.ANNOUNCED,
            ProjectStage.UNKNOWN,
            ProjectStage.CANCELLED);

    private static final List<String> COPIED = List.of(
            "source",
            "record_id",
            "edition",
            "published",
            "n_editions",
            "name",
            "developer",
            "tenant",
            "country",
            "subdivisions",
            "county",
            "grid_area",
            "stage_reported",
            "power_mw",
            "announced",
            "expected",
            "energised",
            "grade");

    /** One member: its row, what linkage saw, what became of it, and what a reader must know. */
    private record Placed(Row row, Member member, Placement placement, ProjectStage stage, String kind, String flags) {

        double mw() {
            return member.powerMw();
        }

        double uniqueMw() {
            return placement.uniqueMw();
        }

        double duplicatedMw() {
            return placement.role() == Role.REJECTED
                    ? 0
                    : BigDecimal.valueOf(mw())
                            .subtract(BigDecimal.valueOf(uniqueMw()))
                            .doubleValue();
        }

        boolean counted() {
            return placement.role() == Role.COUNTED;
        }
    }

    private static final StructType PROJECTS = RowsByContract.schema("projects");
    private static final StructType SCHEMA = RowsByContract.schema("project_records")
            .add(PROJECT, PROJECTS)
            .add(CUT, DataTypes.LongType)
            .add(CLUSTER, DataTypes.LongType);

    static StructType schema() {
        return SCHEMA;
    }

    /** The rows of the projects that these linked records make. */
    Iterator<Row> of(List<Row> linked) {
        refuseSharedNumbers(linked);
        Map<Member, Row> byMember = new LinkedHashMap<>();
        linked.forEach(row -> byMember.put(member(row), row));
        List<List<Member>> clusters = Clusters.of(List.copyOf(byMember.keySet()), comparison, forced);
        List<Row> rows = new ArrayList<>();
        clusters.forEach(members -> addRows(members, clusters.size(), byMember, rows));
        return rows.iterator();
    }

    private void addRows(List<Member> members, int clusters, Map<Member, Row> byMember, List<Row> rows) {
        long number = members.get(0).number();
        String projectId = String.format(Locale.ROOT, "p%015x", number);
        List<Placed> placed = new ArrayList<>();
        PhaseAssignment.of(members, comparison)
                .forEach((member, placement) -> placed.add(placed(byMember.get(member), member, placement)));
        Placed lead = placed.stream()
                .min(Comparator.comparing((Placed p) -> !p.counted())
                        .thenComparingInt(p -> ADVANCED_FIRST.indexOf(p.stage()))
                        .thenComparing(Placed::member, Member.BEST_FIRST))
                .orElseThrow();
        for (Placed p : placed) {
            Map<String, Object> values = recordValues(projectId, p);
            values.put(PROJECT, p == lead ? projectRow(projectId, lead, placed) : null);
            values.put(CUT, clusters > 1 ? p.member().number() : null);
            values.put(CLUSTER, number);
            rows.add(RowsByContract.row(SCHEMA, values));
        }
    }

    private static void refuseSharedNumbers(List<Row> rows) {
        Map<Long, RecordId> ids = new HashMap<>();
        for (Row row : rows) {
            RecordId id = new RecordId(row.getAs("source"), row.getAs("record_id"));
            RecordId other = ids.put(row.getAs(LatestRecords.NUMBER), id);
            if (other != null) {
                throw new IllegalStateException("projects: the records '" + other + "' and '" + id
                        + "' share a hash of 60 bits and cannot be told apart; rename one of them");
            }
        }
    }

    private Member member(Row row) {
        Date published = row.getAs("published");
        int grade = GRADES.indexOf(RecordRows.text(row, "grade"));
        return new Member(
                row.<Long>getAs(LatestRecords.NUMBER),
                new RecordRows(comparison.rules()).read(row),
                Boolean.TRUE.equals(row.getAs(UMBRELLA)),
                grade < 0 ? GRADES.size() : grade,
                published == null ? LocalDate.MIN : published.toLocalDate());
    }

    private static Placed placed(Row row, Member member, Placement placement) {
        RecordStage stage = RecordStage.of(row);
        String kind = RecordRows.text(row, "power_kind");
        return new Placed(
                row,
                member,
                placement,
                stage.stage(),
                kind.isEmpty() ? "unknown" : kind,
                String.join("; ", RecordFlags.of(row, stage)));
    }

    private static Map<String, Object> recordValues(String projectId, Placed p) {
        Map<String, Object> values = new HashMap<>();
        COPIED.forEach(column -> values.put(column, p.row().getAs(column)));
        values.put("project_id", projectId);
        values.put("phase", p.placement().phase());
        values.put("role", p.placement().role().code());
        values.put("role_reason", p.placement().reason());
        values.put("stage", p.stage().code());
        values.put("power_kind", p.kind());
        values.put("unique_mw", p.uniqueMw());
        values.put("duplicated_mw", p.duplicatedMw());
        values.put("rejected_mw", p.placement().role() == Role.REJECTED ? p.mw() : 0.0);
        values.put("mw_if_built", p.placement().mwIfBuilt());
        values.put(
                "year",
                RecordStage.of(p.row()).year().isPresent()
                        ? RecordStage.of(p.row()).year().getAsInt()
                        : null);
        values.put("flags", p.flags().isEmpty() ? null : p.flags());
        return values;
    }

    private static Row projectRow(String projectId, Placed lead, List<Placed> all) {
        List<Placed> phases = all.stream()
                .filter(Placed::counted)
                .sorted(Comparator.comparingInt(p -> p.placement().phase()))
                .toList();
        Map<String, Object> values = new HashMap<>();
        for (String column : List.of(
                "name",
                "developer",
                "tenant",
                "country",
                "subdivisions",
                "county",
                "grid_area",
                "announced",
                "expected",
                "grade")) {
            values.put(column, lead.row().getAs(column));
        }
        values.put("project_id", projectId);
        values.put("stage", lead.stage().code());
        values.put("power_kind", lead.kind());
        values.put("power_mw", powerLike(lead, phases));
        values.put("n_phases", phases.size());
        values.put("phases", phases.stream().map(ProjectRows::inWords).collect(Collectors.joining("; ")));
        Set<String> sources = all.stream()
                .map(p -> p.<String>row().<String>getAs("source"))
                .collect(Collectors.toCollection(TreeSet::new));
        values.put("n_records", all.size());
        values.put("n_sources", sources.size());
        values.put("sources", String.join(" | ", sources));
        values.put("flags", flags(all));
        return RowsByContract.row(PROJECTS, values);
    }

    private static Double powerLike(Placed lead, List<Placed> phases) {
        double sum = 0;
        boolean known = false;
        for (Placed phase : phases) {
            if (phase.stage() == lead.stage()
                    && phase.kind().equals(lead.kind())
                    && phase.member().hasPower()) {
                sum += phase.uniqueMw();
                known = true;
            }
        }
        return known ? (Double) sum : null;
    }

    private static String inWords(Placed phase) {
        String mw = phase.member().hasPower() ? String.format(Locale.ROOT, "%.1f MW", phase.uniqueMw()) : "no MW given";
        String year = RecordStage.of(phase.row()).year().isPresent()
                ? " " + RecordStage.of(phase.row()).year().getAsInt()
                : "";
        return phase.placement().phase() + ": " + phase.stage().code() + " " + phase.kind() + " " + mw + year;
    }

    private static String flags(List<Placed> all) {
        Set<String> flags = new TreeSet<>();
        all.stream()
                .filter(p -> !p.flags().isEmpty())
                .forEach(p -> flags.add(p.member().record().id().recordId() + ": " + p.flags()));
        return flags.isEmpty() ? null : String.join("; ", flags);
    }
}
