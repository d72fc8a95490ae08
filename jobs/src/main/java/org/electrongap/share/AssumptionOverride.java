package org.electrongap.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.electrongap.share.simulation.InvalidAssumptionsException;

/**
 * A user's change to one row of the assumptions. What it does not state stays as it is.
 *
 * @param name the assumption
 * @param region its region
 * @param year its year; empty for the row without one, or for all years of the name
 * @param value new central value
 * @param low new low end
 * @param high new high end
 * @param distribution new distribution
 * @param spread new first parameter
 * @param spread2 new second parameter
 * @param origin file and line, for messages
 */
public record AssumptionOverride(
        String name,
        String region,
        OptionalInt year,
        double value,
        OptionalDouble low,
        OptionalDouble high,
        Optional<String> distribution,
        OptionalDouble spread,
        OptionalDouble spread2,
        String origin) {

    /** The region of a record that names none. */
    private static final String DEFAULT_REGION = "USA";

    private static final List<String> COLUMNS = List.of(
            "scenario",
            "assumption",
            "region",
            "year",
            "value",
            "low",
            "high",
            "distribution",
            "spread",
            "spread_2",
            "unit",
            "basis",
            "source",
            "edition",
            "retrieved",
            "grade",
            "note");

    /**
     * Reads records of a file by column name: assumption and value are needed, the others may be missing or blank.
     *
     * @param origin the file, for messages
     * @param records the records by column name, in the order of the file, whose first record stands on line 2
     * @return the overrides by scenario name; of a file without the column scenario all under the empty name
     * @throws InvalidAssumptionsException naming every fault with its line
     */
    public static Map<String, List<AssumptionOverride>> read(String origin, List<Map<String, String>> records) {
        List<String> faults = new ArrayList<>();
        Map<String, List<AssumptionOverride>> byScenario = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            Cells cells = new Cells(origin + " line " + (i + 2), records.get(i), faults);
            String scenario = cells.text("scenario").orElse("");
            byScenario.computeIfAbsent(scenario, name -> new ArrayList<>()).add(cells.override());
        }
        if (!faults.isEmpty()) {
            throw new InvalidAssumptionsException(faults);
        }
        return byScenario;
    }

    /** The cells of one record, and where its faults go. */
    private record Cells(String where, Map<String, String> record, List<String> faults) {

        Cells {
            for (String column : record.keySet()) {
                if (!COLUMNS.contains(column)) {
                    faults.add(where + ": unknown column '" + column + "'; it may be "
                            + NearestName.to(column, COLUMNS).orElse("one of " + COLUMNS));
                }
            }
        }

        AssumptionOverride override() {
            if (text("assumption").isEmpty()) {
                faults.add(where + ": the column assumption is empty: name the assumption that changes");
            }
            if (text("value").isEmpty()) {
                faults.add(where + ": the column value is empty: give the new value");
            }
            OptionalDouble year = number("year");
            return new AssumptionOverride(
                    text("assumption").orElse(""),
                    text("region").orElse(DEFAULT_REGION),
                    year.isPresent() ? OptionalInt.of((int) year.getAsDouble()) : OptionalInt.empty(),
                    number("value").orElse(0),
                    number("low"),
                    number("high"),
                    text("distribution"),
                    number("spread"),
                    number("spread_2"),
                    where);
        }

        Optional<String> text(String column) {
            return Optional.ofNullable(record.get(column)).map(String::strip).filter(cell -> !cell.isEmpty());
        }

        OptionalDouble number(String column) {
            Optional<String> cell = text(column);
            if (cell.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                double number = Double.parseDouble(cell.get());
                if (Double.isFinite(number)) {
                    return OptionalDouble.of(number);
                }
                faults.add(where + ": " + column + " '" + cell.get() + "' is not a finite number");
            } catch (NumberFormatException e) {
                faults.add(where + ": " + column + " '" + cell.get() + "' is not a number");
            }
            return OptionalDouble.empty();
        }
    }
}
