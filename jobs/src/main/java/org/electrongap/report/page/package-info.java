/**
 * The page: one report folder as HTML files that need no network and run no script.
 *
 * <p>{@link org.electrongap.report.page.Page} is the way in. Each section turns rows of reports into a view (sentences, cards,
 * charts, tables); a template prints the view and escapes every text of it. Texts come from message bundles, numbers from
 * reports only: nothing is computed here but sums and differences of published figures.
 */
package org.electrongap.report.page;
