/**
 * Judges public claims against the tables.
 *
 * <p>A claim becomes a {@link org.electrongap.claim.Question}; the finders turn figures of the tables into findings, each
 * under a named definition; one judge applies five rules in order. Nothing here knows a claim by its id, and a claim's text
 * is read only to understand what it asks, never as evidence.
 */
package org.electrongap.claim;
