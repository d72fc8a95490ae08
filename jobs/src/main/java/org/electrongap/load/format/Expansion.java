package org.electrongap.load.format;

/**
 * What is added to a site that runs. Its identity is that of the site with a word behind it, by which the job {@code projects}
 * knows that a later edition of the site without it tells that it was built or dropped.
 */
final class Expansion {

    private Expansion() {}

    /** The identity or name of the expansion of a site of that identity or name. */
    static String of(String site) {
        return site + " expansion";
    }
}
