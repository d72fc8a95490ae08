package org.electrongap.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** What a reader must know about a record that is kept all the same. */
final class RecordFlags {

    private static final List<String> DATES = List.of("announced", "decided", "expected", "energised");

    private RecordFlags() {}

    static List<String> of(Row row, RecordStage stage) {
        List<String> flags = new ArrayList<>();
        if (stage.plan()) {
            flags.add("energised, but its date lies after the edition: a plan");
        }
        if (stage.stage() == ProjectStage.UNKNOWN) {
            flags.add("stage '" + RecordRows.text(row, "stage_reported") + "' is not understood");
        }
        addDates(row, flags);
        if (RecordRows.text(row, "subdivisions").contains(";")) {
            flags.add("lies in several subdivisions; its MW is not divided among them");
        }
        return flags;
    }

    private static void addDates(Row row, List<String> flags) {
        for (String name : DATES) {
            String text = RecordRows.text(row, name);
            if (!text.isBlank() && DateSpan.parse(text).isEmpty()) {
                flags.add(name + " '" + text + "' is no date");
            }
        }
        Optional<DateSpan> announced = DateSpan.parse(row.getAs("announced"));
        for (String later : List.of("expected", "energised")) {
            Optional<DateSpan> date = DateSpan.parse(row.getAs(later));
            if (announced.isPresent()
                    && date.isPresent()
                    && date.get().last().isBefore(announced.get().first())) {
                flags.add(later + " " + row.getAs(later) + " lies before announced " + row.getAs("announced"));
            }
        }
    }
}
