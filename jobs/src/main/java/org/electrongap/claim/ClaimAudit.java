package org.electrongap.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;

/**
 * Public claims judged against the tables.
 *
 * <p>The first rule that matches wins: (1) no number or no evidence: not checkable; (2) the comparator holds, or the value is
 * within the larger of 2 % and half of its last printed digit (5 % for "about"), or inside the range of its definitions:
 * supported; (3) true under another basis, scope, source, year or ratio, which is named: off; (4) wrong by a power of ten, or
 * against the article's own arithmetic: contradicted, the slip named; (5) within 10 %: off, else contradicted.
 *
 * <p>Recalled figures and those that stand in one article only are no evidence.
 */
public final class ClaimAudit {

    /** So many findings of a claim are published as evidence. */
    private static final int MOST_FINDINGS = 12;

    private final Dataset<Row> claims;
    private final Dataset<Row> evidence;

    private ClaimAudit(Dataset<Row> claims, Dataset<Row> evidence) {
        this.claims = claims;
        this.evidence = evidence;
    }

    /**
     * Judges claims.
     *
     * @param claims rows of {@code core/claims} or of {@link ClaimRows#fromUserFile}
     * @param tables the tables that may answer them
     * @param asOf the day of the audit: later years are forecasts
     * @throws RejectedClaimsException when there are too many claims, or some cannot be read
     */
    public static ClaimAudit of(Dataset<Row> claims, ClaimEvidence tables, LocalDate asOf) {
        return of(ClaimRows.claims(claims), tables, asOf, claims.sparkSession());
    }

    /** Judges claims that are rows already, each a map from column to value; no Spark job runs for it. */
    public static ClaimAudit of(
            SparkSession session, List<Map<String, Object>> claims, ClaimEvidence tables, LocalDate asOf) {
        return of(ClaimRows.claims(claims), tables, asOf, session);
    }

    private static ClaimAudit of(List<Claim> read, ClaimEvidence tables, LocalDate asOf, SparkSession session) {
        List<Judgement> judgements = ClaimCourt.judge(read, EvidenceRows.figures(tables, read), asOf);
        return new ClaimAudit(
                dataset(
                        session,
                        "claims",
                        judgements.stream().map(ClaimAudit::claimRow).toList()),
                dataset(
                        session,
                        "evidence",
                        judgements.stream()
                                .flatMap(j -> evidenceRows(j).stream())
                                .toList()));
    }

    /** One row a claim, in the form of {@code out/claims}. */
    public Dataset<Row> claims() {
        return claims;
    }

    /** The figures behind each verdict, the most telling first, in the form of {@code out/evidence}. */
    public Dataset<Row> evidence() {
        return evidence;
    }

    private static Dataset<Row> dataset(SparkSession session, String table, List<Row> rows) {
        Contract contract = Contract.of(TableName.out(table));
        return contract.conform(session.createDataFrame(rows, contract.schema()));
    }

    private static Row claimRow(Judgement judgement) {
        Claim claim = judgement.claim();
        Optional<Finding> found = judgement.matched();
        boolean date = claim.unit().isDate();
        return RowFactory.create(
                claim.id(),
                judgement.verdict().code(),
                date ? null : claim.value().map(Span::low).orElse(null),
                date
                        ? null
                        : found.map(finding -> nearest(claim, finding.value())).orElse(null),
                claim.unit().written(),
                emptyAsNull(judgement.definition()),
                judgement.reason(),
                claim.subject(),
                claim.metric(),
                emptyAsNull(claim.region()),
                emptyAsNull(claim.comparisonRegion()),
                claim.year().isPresent() ? claim.year().getAsInt() : null,
                date ? null : claim.value().map(Span::high).orElse(null),
                emptyAsNull(claim.written()),
                found.map(finding -> Numbers.text(finding.value(), claim.unit()))
                        .orElse(null),
                claim.comparator().code(),
                judgement.rule().number(),
                found.map(finding -> grade(finding.figures())).orElse(null),
                judgement.findings().size(),
                emptyAsNull(claim.article()),
                claim.statement());
    }

    /** Of a found range its value nearest to the claim, so that claimed and found can be laid side by side. */
    private static double nearest(Claim claim, Span found) {
        Span claimed = claim.value().orElseThrow();
        return claimed.low() > found.high()
                ? found.high()
                : claimed.high() < found.low() ? found.low() : found.isPoint() ? found.low() : found.middle();
    }

    /** The weakest grade among the figures used. */
    private static String grade(List<Figure> figures) {
        List<String> weakestFirst = List.of("judgement", "derived", "secondary", "primary");
        return weakestFirst.stream()
                .filter(grade ->
                        figures.stream().anyMatch(figure -> figure.grade().equals(grade)))
                .findFirst()
                .orElse(null);
    }

    private static List<Row> evidenceRows(Judgement judgement) {
        List<Row> rows = new ArrayList<>();
        int rank = 0;
        for (Finding finding : judgement.findings()) {
            if (++rank > MOST_FINDINGS) {
                break;
            }
            int part = 0;
            for (Figure figure : finding.figures()) {
                rows.add(evidenceRow(judgement, finding, rank, ++part, figure));
            }
        }
        return rows;
    }

    private static Row evidenceRow(Judgement judgement, Finding finding, int rank, int part, Figure figure) {
        boolean decided =
                judgement.matched().filter(matched -> matched == finding).isPresent();
        boolean date = figure.unit().isDate();
        return RowFactory.create(
                judgement.claim().id(),
                rank,
                part,
                figure.table(),
                emptyAsNull(figure.subject()),
                figure.quantity(),
                emptyAsNull(figure.region()),
                emptyAsNull(figure.technology()),
                emptyAsNull(figure.period()),
                emptyAsNull(figure.basis()),
                figure.source(),
                emptyAsNull(figure.edition()),
                figure.grade(),
                date ? null : figure.value().low(),
                date ? null : figure.value().high(),
                figure.unit().written(),
                date ? figure.valueText() : null,
                judgement.claim().unit().isDate() ? null : finding.value().low(),
                judgement.claim().unit().isDate() ? null : finding.value().high(),
                judgement.claim().unit().written(),
                finding.definition(),
                finding.isDirect()
                        ? "the claim's own definition"
                        : finding.difference().words(),
                decided ? judgement.rule().number() : null);
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
