/**
 * From a publisher's file to checked rows of a core table: data packages, editions, quarantine, revisions.
 *
 * <p>{@code load.record} holds the rules for single records and {@code load.format} the publishers' layouts; both are plain
 * Java, streams in and records out. Spark appears only here, at the edge. Nothing in these packages writes a table.
 */
package org.electrongap.load;
