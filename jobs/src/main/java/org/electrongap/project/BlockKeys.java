package org.electrongap.project;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.electrongap.project.LinkageRules.Limit;

/**
 * The blocks that a record belongs to; only records that share a block are compared.
 *
 * <p>A key by place (four grids shifted by half a cell), by builder and subdivision, by distinctive word of the name, by
 * parcel or address, by designator of a building and builder, and by builder and MW wherever the record lies, which finds filings in several
 * states.
 *
 * @param rules sizes of cells and tolerances
 */
public record BlockKeys(LinkageRules rules) {

    /** The record's keys, sorted. */
    public Set<String> of(ProjectRecord record) {
        Set<String> keys = new TreeSet<>();
        record.point().ifPresent(point -> addCells(keys, point));
        for (String builder : record.builders()) {
            record.subdivisions().forEach(s -> keys.add("builder|" + builder + "|" + s));
            record.name().buildings().forEach(b -> keys.add("building|" + builder + "|" + b));
            record.powerMw().ifPresent(mw -> addPower(keys, builder, mw));
        }
        record.ground().lots().forEach(lot -> keys.add("lot|" + lot));
        record.name().words().forEach(word -> keys.add("word|" + word + "|" + record.country()));
        if (keys.isEmpty()) {
            keys.add("country|" + record.country());
        }
        return keys;
    }

    /** How records lie in a block: near this text are those of one county, name and MW. */
    public String order(ProjectRecord record) {
        return String.join("|", new TreeSet<>(record.subdivisions()))
                + "|" + record.county()
                + "|" + String.join(" ", new TreeSet<>(record.name().words()))
                + "|" + String.format(Locale.ROOT, "%09.1f", record.powerMw().orElse(0));
    }

    private void addCells(Set<String> keys, GeoPoint point) {
        double cell = rules.limit(Limit.CELL);
        for (int shift = 0; shift < 4; shift++) {
            long row = (long) Math.floor(point.latitude() / cell + (shift & 1) / 2.0);
            long column = (long) Math.floor(point.longitude() / cell + (shift >> 1) / 2.0);
            keys.add("cell" + shift + "|" + row + "|" + column);
        }
    }

    /** Two grids of the logarithm of MW, shifted by half a cell: any two within the tolerance share one cell. */
    private void addPower(Set<String> keys, String builder, double mw) {
        if (mw > 0) {
            double steps = StrictMath.log(mw) / StrictMath.log1p(rules.limit(Limit.POWER_TOLERANCE)) / 2;
            keys.add("power0|" + builder + "|" + (long) Math.floor(steps));
            keys.add("power1|" + builder + "|" + (long) Math.floor(steps + 0.5));
        }
    }
}
