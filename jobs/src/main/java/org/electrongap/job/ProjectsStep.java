package org.electrongap.job;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.project.ConversionRates;
import org.electrongap.project.Gathered;
import org.electrongap.project.LinkageRules;
import org.electrongap.project.PairOverrides;
import org.electrongap.project.ProjectResolution;
import org.electrongap.project.SupplyAndCommitments;
import org.electrongap.run.Ledger;
import org.electrongap.table.TableName;

/** Project identity, the merge log and the pipeline: {@code electron-gap projects}. */
final class ProjectsStep implements Step {

    /** Any number would do; it is fixed so that a rerun draws the same risks. */
    private static final long SEED = 20_240_101;

    /** The run's setting that holds the text of the user's own file of pairs. */
    static final String OVERRIDES = "overrides";

    private static final TableName RECORDS_READ = TableName.core("datacenter_projects");
    private static final TableName ASSUMPTIONS = TableName.core("assumptions");
    private static final TableName PROJECTS = TableName.out("projects");
    private static final TableName RECORDS = TableName.out("project_records");
    private static final TableName MERGES = TableName.out("merges");
    private static final TableName CONSERVATION = TableName.out("project_conservation");
    private static final TableName REQUESTS = TableName.core("interconnection_requests");
    private static final TableName SUPPLY = TableName.out("supply_and_commitments");
    private static final TableName CONVERSION = TableName.out("conversion_rates");
    private static final TableName PIPELINE = TableName.out("pipeline");

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public List<TableName> reads() {
        return List.of(RECORDS_READ, REQUESTS, ASSUMPTIONS);
    }

    @Override
    public List<String> settings() {
        return List.of(OVERRIDES);
    }

    @Override
    public List<TableName> writes() {
        return List.of(PROJECTS, RECORDS, MERGES, CONSERVATION, PIPELINE, SUPPLY, CONVERSION);
    }

    @Override
    public String dependsOn(LocalDate asOf, Ledger ledger) {
        return String.valueOf(asOf.getYear());
    }

    @Override
    public Map<TableName, Dataset<Row>> compute(Inputs inputs) {
        Gathered read = Gathered.of(inputs.table(RECORDS_READ));
        Dataset<Row> assumptions = Gathered.of(inputs.table(ASSUMPTIONS)).rows();
        LinkageRules rules = LinkageRules.bundled();
        ProjectResolution resolution = ProjectResolution.of(read, rules, overrides(inputs));
        inputs.afterwards(resolution::close);
        return Map.of(
                PROJECTS, resolution.projects(),
                RECORDS, resolution.records(),
                MERGES, resolution.merges(),
                CONSERVATION, resolution.conservation(),
                PIPELINE, resolution.pipeline(assumptions, inputs.asOf(), SEED),
                SUPPLY, SupplyAndCommitments.of(read.rows(), rules),
                CONVERSION,
                        ConversionRates.of(
                                read.rows(), Gathered.of(inputs.table(REQUESTS)).rows(), assumptions));
    }

    private static PairOverrides overrides(Inputs inputs) {
        return inputs.setting(OVERRIDES)
                .map(text -> PairOverrides.read(new StringReader(text)))
                .orElse(PairOverrides.NONE);
    }
}
