package org.electrongap.project;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A record with what its comparisons need, worked out once: a record is compared with dozens of others.
 *
 * @param record the record
 * @param builders those who build
 * @param parties everybody whom the record names: builders, tenants and companies in the name
 * @param partyWords the words of these
 * @param ownWords the words of its name without those
 */
record Compared(
        ProjectRecord record, Set<String> builders, Set<String> parties, Set<String> partyWords, Set<String> ownWords) {

    static Compared of(ProjectRecord record) {
        Set<String> parties = new HashSet<>(record.builders());
        parties.addAll(record.tenants());
        parties.addAll(record.name().parties());
        Set<String> partyWords = new HashSet<>();
        // Parents are words joined by single blanks.
        parties.forEach(party -> partyWords.addAll(List.of(party.split(" "))));
        return new Compared(
                record,
                record.builders(),
                parties,
                partyWords,
                without(record.name().words(), partyWords));
    }

    /** The distinctive words of the name that are those of no party of either record. */
    Set<String> wordsBeside(Compared other) {
        return without(ownWords, other.partyWords);
    }

    /** Whether the word names the record's county or town. */
    boolean isOfPlace(String word) {
        return record.ground().towns().contains(word)
                || List.of(record.county().split(" ")).contains(word);
    }

    private static Set<String> without(Set<String> words, Set<String> others) {
        if (!meet(words, others)) {
            return words;
        }
        Set<String> rest = new HashSet<>(words);
        rest.removeAll(others);
        return rest;
    }

    /** Whether two sets share something. */
    static boolean meet(Set<String> a, Set<String> b) {
        for (String each : a) {
            if (b.contains(each)) {
                return true;
            }
        }
        return false;
    }
}
