package org.electrongap.report.page;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.electrongap.report.Manifest;

/**
 * One consistent set of reports.
 *
 * @param manifest what it consists of
 * @param rows gives the rows of a report that a condition keeps, each a map from column to value; no rows for a report that
 *     the manifest does not name
 */
public record Published(
        Manifest manifest, BiFunction<String, Predicate<Map<String, Object>>, List<Map<String, Object>>> rows) {}
