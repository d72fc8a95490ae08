/**
 * The layouts in which publishers ship their files, each turned into records of a core table. Plain Java, without Spark:
 * a stream in, records out.
 */
package org.electrongap.load.format;
