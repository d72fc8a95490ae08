package org.electrongap.load.record;

/**
 * A record that broke a rule and waits for a correction.
 *
 * @param line the line on which it starts, from 1
 * @param rule the first rule that it broke
 * @param column the column in which it did, empty where the record as a whole is at fault
 * @param reason every rule that it broke, with what was found
 * @param raw the record as the file held it
 */
public record QuarantinedRecord(long line, String rule, String column, String reason, String raw) {}
