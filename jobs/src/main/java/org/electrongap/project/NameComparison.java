package org.electrongap.project;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far two records agree in their names. Words that name the place of either record, and words that many records have, do
 * not count as distinctive: where nothing else is shared, the level says so.
 *
 * @param vocabulary which words are common
 */
record NameComparison(Vocabulary vocabulary) implements Serializable {

    private static final String DIFFERS = "differs";
    private static final Set<String> NAMES_OF_PARKS = Set.of("same", "contained");
    private static final Set<String> SIDES = Set.of("north", "south", "east", "west");
    private static final Pattern COUNTED = Pattern.compile("([a-z]*)\\d{1,3}[a-z]?");
    private static final Pattern TELLING = Pattern.compile("[a-z]+\\d{1,3}[a-z]?|[a-z]{3,}");

    /**
     * The level of two names; empty where one has no distinctive word.
     *
     * @param location how the places of the records agree by themselves
     */
    Optional<String> level(Compared a, Compared b, Optional<String> location) {
        Set<String> left = a.wordsBeside(b);
        Set<String> right = b.wordsBeside(a);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        String level = level(left, right);
        return Optional.of(
                level.equals(DIFFERS) || tells(left, right, word -> isScored(word, a, b, location))
                        ? level
                        : level + "_common");
    }

    private static String level(Set<String> left, Set<String> right) {
        if (left.equals(right)) {
            return "same";
        }
        if (left.containsAll(right) || right.containsAll(left)) {
            return "contained";
        }
        return Compared.meet(left, right) ? "partly" : DIFFERS;
    }

    /** Whether the word names a town or a state that the comparison of the places has scored already. */
    private boolean isScored(String word, Compared a, Compared b, Optional<String> location) {
        return location.isPresent() && vocabulary.is(word, Vocabulary.Role.STATE)
                || PlaceComparison.isFine(location) && (a.isOfPlace(word) || b.isOfPlace(word));
    }

    /** Whether a word is shared that is neither common nor the name of the place. */
    private boolean tells(Set<String> left, Set<String> right, Predicate<String> namesPlace) {
        Set<String> shared = new HashSet<>(left);
        shared.retainAll(right);
        return shared.stream()
                .anyMatch(word -> !vocabulary.frequent().words().contains(word) && !namesPlace.test(word));
    }

    /**
     * Two builders in one business park both carry its name: where neither builder nor user is shared, a shared name tells
     * the park and not the campus.
     */
    Optional<String> ofStrangers(Compared a, Compared b, Optional<String> location) {
        return level(a, b, location).map(level -> NAMES_OF_PARKS.contains(level) ? level + "_of_strangers" : level);
    }

    /**
     * The level of the designators of buildings. A number by itself is shared by many campuses; where records are not known
     * to be near, two of one series, such as SYD1 and SYD2, or North and South, are two sites.
     */
    static Optional<String> building(ProjectRecord a, ProjectRecord b, Optional<String> location) {
        Set<String> left = a.name().buildings();
        Set<String> right = b.name().buildings();
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        if (!Compared.meet(left, right)) {
            boolean near = PlaceComparison.isNear(location, PlaceComparison.lot(a, b));
            return Optional.of(!near && Compared.meet(series(left), series(right)) ? "other_of_series" : DIFFERS);
        }
        return Optional.of(
                left.stream()
                                .filter(right::contains)
                                .anyMatch(shared -> TELLING.matcher(shared).matches())
                        ? "same"
                        : "same_number");
    }

    private static Set<String> series(Set<String> designators) {
        Set<String> series = new HashSet<>();
        for (String designator : designators) {
            Matcher counted = COUNTED.matcher(designator);
            if (SIDES.contains(designator)) {
                series.add("side");
            } else if (counted.matches()) {
                series.add(counted.group(1) + " counted");
            } else if (designator.length() == 1) {
                series.add("letter");
            }
        }
        return series;
    }
}
