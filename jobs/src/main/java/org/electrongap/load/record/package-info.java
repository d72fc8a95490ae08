/**
 * The rules that sort every record of a file into accepted, quarantined, exact duplicate or set aside. Plain Java, without
 * Spark: a damaged file can be checked in a unit test.
 */
package org.electrongap.load.record;
