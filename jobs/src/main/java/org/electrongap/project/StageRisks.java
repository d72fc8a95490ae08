package org.electrongap.project;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** What is assumed of each stage in each country, looked up once a partition. */
final class StageRisks implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Assumptions assumptions;
    private final int asOfYear;
    private final long seed;
    private transient Map<String, StageRisk.Answer> known;

    StageRisks(Assumptions assumptions, int asOfYear, long seed) {
        this.assumptions = assumptions;
        this.asOfYear = asOfYear;
        this.seed = seed;
    }

    StageRisk.Answer of(ProjectStage stage, String country) {
        if (known == null) {
            known = new HashMap<>();
        }
        return known.computeIfAbsent(
                stage.code() + "/" + country, key -> StageRisk.of(stage, country, assumptions, asOfYear, seed));
    }
}
