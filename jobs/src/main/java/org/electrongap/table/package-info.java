/**
 * Tables and their contracts: which columns a table has, in which units, and how a Dataset is brought into that form.
 *
 * <p>Nothing here computes a result; the domain packages build on it, it calls none of them.
 */
package org.electrongap.table;
