package org.electrongap.project;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How far two records agree in where they stand. */
final class PlaceComparison {

    private static final double[] DISTANCES_KM = {0.1, 0.3, 1, 5, 25};
    private static final String[] DISTANCE_LEVELS = {
        "within_100_m", "within_300_m", "within_1_km", "within_5_km", "within_25_km"
    };

    static final String OTHER_COUNTRY = "other_country";

    private static final Set<String> NEAR = Set.of("within_100_m", "within_300_m", "within_1_km");
    private static final Set<String> COARSE =
            Set.of("same_county", "other_county", "same_subdivision", "other_subdivision", OTHER_COUNTRY);

    private PlaceComparison() {}

    /** Whether a level of {@link #location} compares points or towns. */
    static boolean isFine(Optional<String> location) {
        return location.isPresent() && !COARSE.contains(location.get());
    }

    /** Whether two records are known to be as near as the buildings of a campus, or on one lot. */
    static boolean isNear(Optional<String> location, Optional<String> lot) {
        return location.filter(NEAR::contains).isPresent()
                || lot.filter(level -> level.startsWith("same")).isPresent();
    }

    static Optional<String> location(ProjectRecord a, ProjectRecord b) {
        if (a.point().isPresent() && b.point().isPresent()) {
            return Optional.of(distance(a.point().get(), b.point().get()));
        }
        if (!a.country().isEmpty() && !b.country().isEmpty() && !shareCountry(a.country(), b.country())) {
            return Optional.of(OTHER_COUNTRY);
        }
        if (a.subdivisions().isEmpty() || b.subdivisions().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Compared.meet(a.subdivisions(), b.subdivisions()) ? inSubdivision(a, b) : "other_subdivision");
    }

    /** Countries are joined by a plus sign. */
    private static boolean shareCountry(String a, String b) {
        return a.equals(b) || Compared.meet(countries(a), countries(b));
    }

    private static Set<String> countries(String joined) {
        return new HashSet<>(List.of(joined.split("\\+")));
    }

    private static String distance(GeoPoint a, GeoPoint b) {
        double km = a.distanceKm(b);
        for (int i = 0; i < DISTANCES_KM.length; i++) {
            if (km <= DISTANCES_KM[i]) {
                return DISTANCE_LEVELS[i];
            }
        }
        return "beyond_25_km";
    }

    private static String inSubdivision(ProjectRecord a, ProjectRecord b) {
        if (Compared.meet(a.ground().towns(), b.ground().towns())) {
            return "same_place";
        }
        if (!a.county().isEmpty() && !b.county().isEmpty()) {
            return a.county().equals(b.county()) ? "same_county" : "other_county";
        }
        return a.ground().towns().isEmpty() || b.ground().towns().isEmpty() ? "same_subdivision" : "other_place";
    }

    /** Parcels, buildings and addresses: the first kind that agrees, else the first that both have. */
    static Optional<String> lot(ProjectRecord a, ProjectRecord b) {
        Set<String> left = a.ground().lots();
        Set<String> right = b.ground().lots();
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> shared = left.stream().filter(right::contains).sorted().findFirst();
        return shared.isPresent()
                ? shared.map(lot -> "same_" + kind(lot))
                : kinds(left)
                        .filter(kind -> kinds(right).anyMatch(kind::equals))
                        .findFirst()
                        .map(kind -> "other_" + kind);
    }

    private static Stream<String> kinds(Set<String> lots) {
        return lots.stream().map(PlaceComparison::kind).sorted();
    }

    private static String kind(String lot) {
        return lot.substring(0, lot.indexOf('|'));
    }
}
