package org.electrongap.project;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Reads what linkage looks at from rows of core/datacenter_projects.
 *
 * @param rules what words mean
 */
record RecordRows(LinkageRules rules) implements Serializable {

    private static final String EXACT_LIST = ";";

    ProjectRecord read(Row row) {
        Vocabulary vocabulary = rules.vocabulary();
        return new ProjectRecord(
                new RecordId(text(row, "source"), text(row, "record_id")),
                Optional.ofNullable(row.<String>getAs("programme")).filter(p -> !p.isBlank()),
                text(row, "country"),
                Parties.parents(row.getAs("developer"), vocabulary),
                Parties.parents(row.getAs("tenant"), vocabulary),
                ProjectName.of(row.getAs("name"), vocabulary),
                plain(row, "utility"),
                list(text(row, "subdivisions")),
                distinctive(text(row, "county"), vocabulary).stream().sorted().collect(Collectors.joining(" ")),
                Ground.of(text(row, "place"), text(row, "name"), vocabulary),
                point(row),
                text(row, "power_kind"),
                number(row, "power_mw"),
                DateSpan.parse(row.getAs("announced")));
    }

    static String text(Row row, String column) {
        return Optional.ofNullable(row.<String>getAs(column)).orElse("");
    }

    static OptionalDouble number(Row row, String column) {
        Double value = row.getAs(column);
        return value == null || !Double.isFinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String plain(Row row, String column) {
        return String.join(" ", Vocabulary.words(row.getAs(column)));
    }

    private static Set<String> list(String codes) {
        Set<String> list = new HashSet<>();
        for (String code : codes.split(EXACT_LIST)) {
            if (!code.isBlank()) {
                list.add(code.strip());
            }
        }
        return list;
    }

    private static Set<String> distinctive(String text, Vocabulary vocabulary) {
        return Vocabulary.words(text).stream().filter(vocabulary::isDistinctive).collect(Collectors.toSet());
    }

    private static Optional<GeoPoint> point(Row row) {
        OptionalDouble latitude = number(row, "latitude");
        OptionalDouble longitude = number(row, "longitude");
        return latitude.isPresent() && longitude.isPresent()
                ? Optional.of(new GeoPoint(latitude.getAsDouble(), longitude.getAsDouble()))
                : Optional.empty();
    }
}
