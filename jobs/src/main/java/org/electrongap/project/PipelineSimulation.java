package org.electrongap.project;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Simulates which projects of a group are completed and when: given the common risk each is completed or not by itself,
 * then energised in the year that the curve gives.
 *
 * <p>Up to {@link #MOST_DRAWN} projects are drawn one by one; the sum over more is normal given the common risk (central
 * limit theorem), cut at nothing and at all.
 */
final class PipelineSimulation {

    static final int MOST_DRAWN = 64;

    private final List<PipelineItem> projects;
    private final StageRisk risk;
    private final SplittableRandom random;

    /** A project and the part of it that the question is about. */
    private record Share(double mw, double part) {}

    PipelineSimulation(List<PipelineItem> records, StageRisk risk, long seed) {
        this.projects = records.stream().filter(PipelineItem::mayBeBuilt).toList();
        this.risk = risk;
        this.random = new SplittableRandom(seed);
    }

    /** MW that come into use because they are energised in the year. */
    Sampled inUse(int year) {
        double[] use = sums(projects.stream()
                .map(p -> new Share(p.mwIfBuilt(), risk.in(year, p.year())))
                .toList());
        Arrays.setAll(use, k -> use[k] * risk.ramp()[k]);
        return Sampled.of(energisedMw(year) * RiskDraws.mean(risk.ramp()), use);
    }

    /** MW in use of projects that are energised since a year that nobody reports. */
    Sampled inUse(List<PipelineItem> undated) {
        double mw = total(undated);
        double[] use = risk.ramp().clone();
        Arrays.setAll(use, k -> use[k] * mw);
        return Sampled.of(mw * RiskDraws.mean(risk.ramp()), use);
    }

    /** Mean MW energised in the year. */
    double energisedMw(int year) {
        double p = RiskDraws.mean(risk.completion());
        double sum = 0;
        for (PipelineItem project : projects) {
            sum += project.mwIfBuilt() * p * risk.in(year, project.year());
        }
        return sum;
    }

    /** MW of the records that are never built: duplicates, and unique MW that is not completed. */
    Sampled phantom(List<PipelineItem> records) {
        double announced = 0;
        for (PipelineItem record : records) {
            announced += record.uniqueMw() + record.duplicatedMw();
        }
        double total = announced;
        List<PipelineItem> cohort =
                records.stream().filter(PipelineItem::mayBeBuilt).toList();
        double[] phantom =
                sums(cohort.stream().map(p -> new Share(p.mwIfBuilt(), 1)).toList());
        Arrays.setAll(phantom, k -> Math.max(0, total - phantom[k]));
        double mean = Math.max(0, total - RiskDraws.mean(risk.completion()) * total(cohort));
        return Sampled.of(mean, phantom);
    }

    private double[] sums(List<Share> all) {
        List<Share> shares = all.stream().filter(share -> share.part() > 0).toList();
        double[] sums = new double[RiskDraws.COUNT];
        if (shares.size() > MOST_DRAWN) {
            addNormal(shares, sums);
        } else {
            Arrays.setAll(sums, k -> drawn(shares, risk.completion()[k]));
        }
        return sums;
    }

    private double drawn(List<Share> shares, double p) {
        double sum = 0;
        for (Share share : shares) {
            if (random.nextDouble() < p * share.part()) {
                sum += share.mw();
            }
        }
        return sum;
    }

    /** Given p the sum has mean p S(m f) and variance p S(m^2 f) - p^2 S(m^2 f^2), m MW and f the part. */
    private void addNormal(List<Share> shares, double[] sums) {
        double first = 0;
        double second = 0;
        double squared = 0;
        double most = 0;
        for (Share share : shares) {
            double mean = share.mw() * share.part();
            first += mean;
            second += share.mw() * mean;
            squared += mean * mean;
            most += share.mw();
        }
        double[] moments = {first, second, squared, most};
        double[] noise = RiskDraws.shuffled(RiskDraws.commonShock(), random.nextLong());
        Arrays.setAll(sums, k -> normal(moments, risk.completion()[k], noise[k]));
    }

    private static double normal(double[] moments, double p, double noise) {
        double variance = Math.max(0, p * moments[1] - p * p * moments[2]);
        return Math.min(moments[3], Math.max(0, p * moments[0] + noise * Math.sqrt(variance)));
    }

    private static double total(List<PipelineItem> items) {
        double sum = 0;
        for (PipelineItem item : items) {
            sum += item.mwIfBuilt();
        }
        return sum;
    }
}
