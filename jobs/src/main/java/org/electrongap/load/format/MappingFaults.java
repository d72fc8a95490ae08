package org.electrongap.load.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.electrongap.load.record.Fault;

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
