package org.electrongap.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.electrongap.claim.ClaimAudit;
import org.electrongap.claim.ClaimRows;
import org.electrongap.claim.RejectedClaimsException;
import org.electrongap.run.Ledger;

/** Judges claims of a user's own file; needs a loaded warehouse, takes no lock and writes nothing. */
final class OwnClaims {

    private final RunContext.Environment environment;

    OwnClaims(RunContext.Environment environment) {
        this.environment = environment;
    }

    RunOutcome judge(String file) {
        Warehouse warehouse =
                new Warehouse(environment.spark().get(), environment.warehouse().uri());
        TableFiles files = new TableFiles(environment.warehouse(), environment.configuration());
        Ledger ledger = Ledger.read(environment.warehouse());
        if (ledger.slices().isEmpty()) {
            throw new InputRejectedException(
                    environment.warehouse().uri() + " holds no data to judge claims by; run electron-gap load first");
        }
        try (PinnedInputs inputs = new PinnedInputs(warehouse, files, ledger, environment)) {
            Dataset<Row> claims = ClaimRows.fromUserFile(OwnFile.read(warehouse.spark(), file));
            return RunOutcome.saying(lines(ClaimAudit.of(claims, AuditStep.evidence(inputs), inputs.asOf())
                    .claims()));
        } catch (RejectedClaimsException e) {
            throw new InputRejectedException(file + ": " + e.getMessage());
        }
    }

    /** As many lines as the file has claims, which {@link ClaimRows} bounds. */
    private static List<String> lines(Dataset<Row> verdicts) {
        List<String> lines = new ArrayList<>();
        for (Row row : verdicts.orderBy("claim_id").collectAsList()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-14s %s: %s",
                    row.<String>getAs("verdict"),
                    row.<String>getAs("claim_id"),
                    row.<String>getAs("reason")));
        }
        return lines;
    }
}
