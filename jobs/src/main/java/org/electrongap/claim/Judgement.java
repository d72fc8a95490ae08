package org.electrongap.claim;

import java.util.List;
import java.util.Optional;

/**
 * The verdict on a claim.
 *
 * @param claim the claim
 * @param verdict the verdict
 * @param rule the rule that matched
 * @param matched the finding that decided; empty where none did
 * @param definition what the deciding value is
 * @param reason the verdict in one or two sentences
 * @param findings all findings, the most telling first
 */
record Judgement(
        Claim claim,
        Verdict verdict,
        Rule rule,
        Optional<Finding> matched,
        String definition,
        String reason,
        List<Finding> findings) {

    /** The rules, in the order in which they are tried. */
    enum Rule {
        NO_EVIDENCE(1),
        HOLDS(2),
        OTHER_DEFINITION(3),
        SLIP(4),
        DISTANCE(5);

        private final int number;

        Rule(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    Judgement {
        findings = List.copyOf(findings);
    }
}
