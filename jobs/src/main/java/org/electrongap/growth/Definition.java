package org.electrongap.growth;

/**
 * What a figure is and where it stands.
 *
 * @param basis what is counted
 * @param source who published it
 * @param edition the edition
 */
record Definition(String basis, String source, String edition) implements Comparable<Definition> {

    /** Of a figure that nobody gives. */
    static final Definition NONE = new Definition("none", "none", "none");

    /** Whether figures of the two measure the same thing: one publisher's one definition. */
    boolean comparesWith(Definition other) {
        return basis.equals(other.basis) && source.equals(other.source);
    }

    @Override
    public int compareTo(Definition other) {
        return (source + "\n" + basis + "\n" + edition)
                .compareTo(other.source + "\n" + other.basis + "\n" + other.edition);
    }
}
