package org.electrongap.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.electrongap.claim.Finding.Difference;

/** Tells in which respect a level differs from what a claim asks. */
final class Standing {

    /** Other years this far from the claim's are looked at; the newest year always is. */
    static final int YEARS_AROUND = 3;

    private final Question question;
    private final int wantedYear;
    private final int newestYear;
    private final Set<String> attributedTo;
    private final boolean attributed;

    /**
     * @param levels the levels among which the claim's own is sought
     * @param publishers every publisher of such levels in any region and year: one that a claim names but that has no such
     *     level makes all levels another source's
     */
    Standing(Question question, List<Level> levels, Set<String> publishers) {
        this.question = question;
        newestYear = levels.stream().mapToInt(Level::year).max().orElse(0);
        int newestPast = levels.stream()
                .mapToInt(Level::year)
                .filter(year -> year <= question.asOf().getYear())
                .max()
                .orElse(newestYear);
        wantedYear = question.year().orElse(newestPast);
        Claim claim = question.claim();
        attributedTo =
                Publishers.namedIn(claim.subject() + ". " + claim.basis() + ". " + claim.statement(), publishers);
        attributed = !attributedTo.isEmpty();
    }

    /** The one difference; empty when the level differs in more than one respect and answers another question. */
    Optional<Difference> of(Level level) {
        if (!isNear(level.year())) {
            return Optional.empty();
        }
        List<Difference> differences = new ArrayList<>();
        if (!hasBasis(level)) {
            differences.add(Difference.BASIS);
        }
        if (!level.scope().equals(question.scope())) {
            differences.add(Difference.SCOPE);
        }
        if (level.year() != wantedYear) {
            differences.add(Difference.YEAR);
        }
        boolean otherSource = attributed && !attributedTo.contains(level.publisher());
        if (differences.isEmpty()) {
            return Optional.of(otherSource ? Difference.SOURCE : Difference.NONE);
        }
        return differences.size() == 1 ? Optional.of(differences.get(0)) : Optional.empty();
    }

    private boolean isNear(int year) {
        return StrictMath.abs(year - wantedYear) <= YEARS_AROUND || year == newestYear;
    }

    private boolean hasBasis(Level level) {
        Measure measure = level.measure();
        if (measure == Measure.GENERATION || measure == Measure.CONSUMPTION || measure == Measure.DATACENTER_LOAD) {
            return true;
        }
        return question.basis()
                .filter(Standing::isCounting)
                .map(basis -> basis == level.basis())
                .orElseGet(() -> level.basis().isPlain() || isForecastAskedFor(level));
    }

    /** A basis of capacity or margin; "forecast" says when, not what is counted. */
    private static boolean isCounting(Basis basis) {
        return basis != Basis.FORECAST && basis != Basis.YEAR_END;
    }

    private boolean isForecastAskedFor(Level level) {
        return level.basis() == Basis.FORECAST
                && (level.measure() == Measure.PEAK
                        || level.year() >= question.asOf().getYear());
    }
}
