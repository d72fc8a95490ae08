package org.electrongap.project;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that linkage takes from data: weights, limits, aliases and words.
 *
 * @param bits weight of an agreement level in bits, log2(m / u), by hypothesis, field and level
 * @param limits thresholds and sizes by name
 * @param vocabulary what words mean
 */
public record LinkageRules(Map<Weighed, Double> bits, Map<Limit, Double> limits, Vocabulary vocabulary)
        implements Serializable {

    /**
     * What a weight is of.
     *
     * @param hypothesis what two records may have in common
     * @param field the field
     * @param level how far they agree in it
     */
    public record Weighed(String hypothesis, String field, String level) implements Serializable {}

    /** The limits that the rules must have; the file writes them in lower case. */
    public enum Limit {
        CAMPUS_MERGE,
        FILING_MERGE,
        LOG_FROM,
        BLOCK_WINDOW,
        FREQUENT_WORD_SHARE,
        FREQUENT_WORD_RECORDS,
        FREQUENT_PARENT_SHARE,
        FREQUENT_PARENT_RECORDS,
        LARGEST_CLUSTER,
        AGAINST_MOST,
        FOR_MOST,
        CELL,
        POWER_TOLERANCE,
        POWER_EXACT,
        KILOWATT_FACTOR,
        LARGEST_CAMPUS_MW
    }

    public LinkageRules {
        bits = Map.copyOf(bits);
        limits = Map.copyOf(limits);
    }

    /** The rules in the jobs jar: {@code project/linkage_weights.csv}, {@code linkage_limits.csv} and the words. */
    public static LinkageRules bundled() {
        return new LinkageRules(
                weights(resource("linkage_weights.csv")),
                limits(resource("linkage_limits.csv")),
                new Vocabulary(
                        pairs(resource("parents.csv"), "alias", "parent"),
                        large(resource("parents.csv")),
                        roles(resource("name_words.csv")),
                        Frequent.NOTHING));
    }

    /** The same rules for records among which these words and parents are frequent. */
    LinkageRules with(Frequent frequent) {
        return new LinkageRules(bits, limits, vocabulary.with(frequent));
    }

    /**
     * The weight of an agreement level (Fellegi and Sunter 1969): log2(m / u), m the probability of the level among pairs
     * that are one, u among pairs that are not.
     *
     * @throws IllegalArgumentException when the rules have no such level
     */
    public double bits(Hypothesis hypothesis, String field, String level) {
        Double weight = bits.get(new Weighed(hypothesis.code(), field, level));
        if (weight == null) {
            throw new IllegalArgumentException("linkage weights: no row for hypothesis " + hypothesis.code()
                    + ", field " + field + ", level " + level + "; add one to project/linkage_weights.csv");
        }
        return weight;
    }

    /** The value of a limit. */
    public double limit(Limit limit) {
        return limits.get(limit);
    }

    /**
     * Reads weights: columns hypothesis, field, level, m, u, reason.
     *
     * @throws IllegalArgumentException naming every row whose m or u is no probability or that has no reason
     */
    static Map<Weighed, Double> weights(Reader csv) {
        Map<Weighed, Double> bits = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (NamedCsvRecord row : rows(csv)) {
            double m = Double.parseDouble(row.getField("m"));
            double u = Double.parseDouble(row.getField("u"));
            if (!(m > 0 && m < 1 && u > 0 && u < 1) || row.getField("reason").isBlank()) {
                faults.add("line " + row.getStartingLineNumber());
            }
            bits.put(
                    new Weighed(row.getField("hypothesis"), row.getField("field"), row.getField("level")),
                    StrictMath.log(m / u) / StrictMath.log(2));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "linkage weights: m and u must lie between 0 and 1 and have a reason; see " + faults);
        }
        return bits;
    }

    private static Map<Limit, Double> limits(Reader csv) {
        Map<Limit, Double> limits = new HashMap<>();
        pairs(csv, "limit", "value")
                .forEach((name, value) ->
                        limits.put(Limit.valueOf(name.toUpperCase(Locale.ROOT)), Double.valueOf(value)));
        for (Limit limit : Limit.values()) {
            Objects.requireNonNull(limits.get(limit), () -> "project/linkage_limits.csv: no row for " + limit);
        }
        return limits;
    }

    private static Set<String> large(Reader csv) {
        Set<String> large = new HashSet<>();
        pairs(csv, "parent", "size").forEach((parent, size) -> {
            if (size.equals("large")) {
                large.add(parent);
            }
        });
        return large;
    }

    private static Map<String, Vocabulary.Role> roles(Reader csv) {
        Map<String, Vocabulary.Role> roles = new HashMap<>();
        pairs(csv, "word", "role")
                .forEach((word, role) -> roles.put(word, Vocabulary.Role.valueOf(role.toUpperCase(Locale.ROOT))));
        return roles;
    }

    private static Map<String, String> pairs(Reader csv, String key, String value) {
        Map<String, String> pairs = new HashMap<>();
        rows(csv).forEach(row -> pairs.put(row.getField(key), row.getField(value)));
        return pairs;
    }

    private static List<NamedCsvRecord> rows(Reader csv) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a file of linkage rules cannot be read", e);
        }
    }

    private static Reader resource(String name) {
        var in = LinkageRules.class.getResourceAsStream("/project/" + name);
        return new InputStreamReader(
                Objects.requireNonNull(in, () -> "the jobs jar lacks project/" + name), StandardCharsets.UTF_8);
    }
}
