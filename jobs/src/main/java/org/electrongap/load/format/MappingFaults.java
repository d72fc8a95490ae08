package org.electrongap.load.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.table.Column;

/** Gathers the faults of a mapping, so that all are told at once. */
final class MappingFaults {

    /** What a draft leaves open. */
    static final String UNDECIDED = "?";

    private final List<Fault> faults = new ArrayList<>();

    void add(String where, String what, String why, String next) {
        faults.add(new Fault("mapping", where, what, why, next));
    }

    List<Fault> all() {
        return faults;
    }

    /** Tells properties that nothing reads. */
    void checkProperties(String where, JsonNode node, List<String> known) {
        List<String> unknown = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && !name.startsWith("//")) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            add(
                    where,
                    "the properties " + unknown + " are unknown",
                    "what they ask for would not be done",
                    "Write one of " + String.join(", ", known));
        }
    }

    /** Tells a text for every row that the column cannot hold as it stands: with a decimal point, in the table's unit. */
    void checkConstant(String where, JsonNode node, Mapping.Cell cell, Column target, RecordLayout layout) {
        if (node.has("unit")) {
            add(
                    where,
                    "\"unit\" stands beside \"value\"",
                    "a value for every row is one of the table" + inUnit(target) + " and is not converted",
                    "Write the value" + inUnit(target) + ", and leave \"unit\" away");
        }
        boolean literal = cell.words().isEmpty()
                && target.allowed().isEmpty()
                && (cell.reading() == Mapping.How.TEXT || cell.reading() == Mapping.How.NUMBER);
        if (literal && !cell.constant().equals(UNDECIDED)) {
            layout.violation(target.name(), cell.constant())
                    .ifPresent(violation -> add(
                            where,
                            violation.reason(),
                            "every record would be quarantined",
                            "Write \"value\" as the table holds it" + inUnit(target)));
        }
    }

    private static String inUnit(Column target) {
        return target.unit().isEmpty() ? "" : " in " + target.unit();
    }

    /** Tells a text that a draft left open. */
    void checkDecided(String where, List<String> texts) {
        if (texts.contains(UNDECIDED)) {
            add(
                    where,
                    "a \"?\" is left",
                    "the draft could not know what belongs there",
                    "Decide it, and write it there");
        }
    }
}
