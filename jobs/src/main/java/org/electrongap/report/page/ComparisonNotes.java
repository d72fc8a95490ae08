package org.electrongap.report.page;

/** Where a number of the report of comparisons comes from. */
final class ComparisonNotes {

    private final Wording wording;
    private final Grades grades;

    ComparisonNotes(Reports reports, Wording wording) {
        this.wording = wording;
        this.grades = new Grades(reports);
    }

    /** The note of a row; what it counts stands behind its definition. */
    Note of(String definition, ReportRow row) {
        String basis = row.is("basis_a", row.text("basis_b"))
                ? row.text("basis_a")
                : row.text("basis_a") + " / " + row.text("basis_b");
        String source = row.is("source_a", row.text("source_b"))
                ? row.text("source_a")
                : row.text("source_a") + " / " + row.text("source_b");
        return new Note(
                definition + "; " + wording.text("note.basis", wording.texts().term("basis", basis)),
                source,
                row.text("edition_a"),
                grade(row),
                wording.text("note.points", row.text("n")));
    }

    private String grade(ReportRow row) {
        String grade = row.text("grade").isEmpty()
                ? grades.of(row.text("source_a"), row.text("edition_a"))
                : row.text("grade");
        return grade.isEmpty() ? wording.text("note.ungraded") : wording.texts().term("grade", grade);
    }
}
