package org.electrongap.job;

import java.util.List;

/** The steps of the nightly chain, in order. */
final class Steps {

    private Steps() {}

    static Chain chain() {
        return new Chain(List.of(
                new GrowthStep(),
                new ForecastStep(),
                new ProjectsStep(),
                new LoadShareStep(),
                new AuditStep(),
                new RevisionsStep(),
                new QualityFlagsStep(),
                new QualityStep()));
    }
}
