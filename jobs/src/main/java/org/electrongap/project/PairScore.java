package org.electrongap.project;

import java.util.List;
import java.util.StringJoiner;

/**
 * What speaks for and against two records being one.
 *
 * @param hypothesis what they may have in common
 * @param agreements the fields that both records have
 */
public record PairScore(Hypothesis hypothesis, List<Agreement> agreements) {

    public PairScore {
        agreements = List.copyOf(agreements);
    }

    /** Sum of the weights in bits: the logarithm of the likelihood ratio (Fellegi and Sunter 1969). */
    public double bits() {
        double sum = 0;
        for (Agreement agreement : agreements) {
            sum += agreement.bits();
        }
        return sum;
    }

    /** Sum of the weights that speak against, in bits: not greater than 0. */
    double contradiction() {
        double sum = 0;
        for (Agreement agreement : agreements) {
            sum += Math.min(0, agreement.bits());
        }
        return sum;
    }

    /** The reasons in words: each field with its level and bits. */
    public String reasons() {
        StringJoiner reasons = new StringJoiner("; ");
        agreements.forEach(agreement -> reasons.add(agreement.text()));
        return reasons.toString();
    }

    /** The weight of the level found in the field, 0 where one of the records lacks it. */
    double bits(String field) {
        return agreements.stream()
                .filter(a -> a.field().equals(field))
                .mapToDouble(Agreement::bits)
                .findFirst()
                .orElse(0);
    }

    /** The level found in the field, empty text where one of the records lacks it. */
    public String level(String field) {
        return agreements.stream()
                .filter(a -> a.field().equals(field))
                .map(Agreement::level)
                .findFirst()
                .orElse("");
    }
}
