package org.electrongap.project;

/**
 * Where a record stands in its project.
 *
 * @param phase number of the phase, from 1; 0 for an umbrella and for a record that is rejected
 * @param role what becomes of its MW
 * @param reason why
 * @param mwIfBuilt for the counted record, the mean MW of the filings of its phase: at most one of them is built; 0 otherwise
 */
record Placement(int phase, Role role, String reason, double mwIfBuilt) {

    static Placement outside(Role role, String reason) {
        return new Placement(0, role, reason, 0);
    }
}
