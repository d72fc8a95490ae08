package org.electrongap.project;

/**
 * Where a record stands in its project.
 *
 * @param phase number of the phase, from 1; 0 for an umbrella and for a record that is rejected
 * @param role what becomes of its MW
 * @param reason why
 * @param uniqueMw what counts of the counted record's MW: all of it, or of an expansion what no newer register holds; 0 otherwise
 * @param mwIfBuilt for the counted record, the mean MW of the filings of its phase: at most one of them is built; 0 otherwise
 */
record Placement(int phase, Role role, String reason, double uniqueMw, double mwIfBuilt) {

    static Placement outside(Role role, String reason) {
        return uncounted(0, role, reason);
    }

    static Placement uncounted(int phase, Role role, String reason) {
        return new Placement(phase, role, reason, 0, 0);
    }

    static Placement counted(int phase, String reason, double uniqueMw) {
        return new Placement(phase, Role.COUNTED, reason, uniqueMw, uniqueMw);
    }

    Placement ifBuilt(double mw) {
        return new Placement(phase, role, reason, uniqueMw, mw);
    }
}
