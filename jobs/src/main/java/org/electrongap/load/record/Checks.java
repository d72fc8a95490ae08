package org.electrongap.load.record;

import java.util.ArrayList;
import java.util.List;

/** The checks of a layout: every cell of a record is cast, and every rule that it breaks is told. */
public final class Checks {

    private final List<Cast> casts;

    private Checks(RecordLayout layout) {
        casts = layout.columns().stream().map(Cast::to).toList();
    }

    /** The checks that the contract of the layout asks for. */
    public static Checks of(RecordLayout layout) {
        return new Checks(layout);
    }

    /**
     * Casts every cell.
     *
     * @param cells one text a column of the layout
     * @param values where the values go, one a column
     * @return the rules that were broken, in column order; empty when the values are complete
     */
    List<Violation> cast(String[] cells, Object[] values) {
        List<Violation> violations = List.of();
        for (int i = 0; i < cells.length; i++) {
            try {
                values[i] = casts.get(i).value(cells[i]);
            } catch (Cast.BrokenRule broken) {
                violations = violations.isEmpty() ? new ArrayList<>() : violations;
                violations.add(broken.violation());
            }
        }
        return violations;
    }
}
