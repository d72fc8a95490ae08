package org.electrongap.project;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;

/**
 * The stage of a record as known when its edition came out.
 *
 * @param stage the stage; what is said to be energised after the edition is a plan, hence under construction
 * @param plan whether that is so
 * @param year year in which it was energised or is said to be
 */
record RecordStage(ProjectStage stage, boolean plan, OptionalInt year) {

    static RecordStage of(Row row) {
        ProjectStage said = ProjectStage.of(RecordRows.text(row, "stage"));
        Optional<DateSpan> energised = DateSpan.parse(row.getAs("energised"));
        Optional<DateSpan> expected = DateSpan.parse(row.getAs("expected"));
        Date published = row.getAs("published");
        LocalDate known = published == null ? LocalDate.MAX : published.toLocalDate();
        Optional<DateSpan> date = energised.isPresent() ? energised : expected;
        boolean plan = said == ProjectStage.ENERGISED
                && date.filter(span -> span.first().isAfter(known)).isPresent();
        OptionalInt year = date.isPresent() ? OptionalInt.of(date.get().last().getYear()) : OptionalInt.empty();
        return new RecordStage(plan ? ProjectStage.UNDER_CONSTRUCTION : said, plan, year);
    }
}
