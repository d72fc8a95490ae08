package org.electrongap.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.claim.ClaimAudit;
import org.electrongap.claim.ClaimEvidence;
import org.electrongap.run.Ledger;
import org.electrongap.table.TableName;

/** Judges public claims: {@code electron-gap audit}. */
final class AuditStep implements Step {

    private static final TableName CLAIMS_READ = TableName.core("claims");
    private static final TableName CAPACITY = TableName.core("capacity");
    private static final TableName GENERATION = TableName.core("generation");
    private static final TableName DEMAND = TableName.core("demand");
    private static final TableName LOAD = TableName.core("datacenter_load");
    private static final TableName FORECASTS = TableName.core("published_forecasts");
    private static final TableName MARKET = TableName.core("market");
    private static final TableName PROJECTS = TableName.core("datacenter_projects");
    private static final TableName FACTS = TableName.core("reference_facts");
    private static final TableName CLAIMS = TableName.out("claims");
    private static final TableName EVIDENCE = TableName.out("evidence");

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<TableName> reads() {
        return List.of(CLAIMS_READ, CAPACITY, GENERATION, DEMAND, LOAD, FORECASTS, MARKET, PROJECTS, FACTS);
    }

    @Override
    public List<TableName> writes() {
        return List.of(CLAIMS, EVIDENCE);
    }

    @Override
    public String dependsOn(LocalDate asOf, Ledger ledger) {
        return String.valueOf(asOf.getYear());
    }

    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        ClaimAudit audit =
                ClaimAudit.of(inputs.spark(), inputs.rows(CLAIMS_READ, Set.of()), evidence(inputs), inputs.asOf());
        return Map.of(CLAIMS, audit.claims(), EVIDENCE, audit.evidence());
    }

    /** The tables of a run, as evidence. */
    static ClaimEvidence evidence(Inputs inputs) {
        return (table, regions) -> inputs.rows(TableName.core(table), regions);
    }
}
