package org.electrongap.load.record;

/**
 * Why a record is quarantined.
 *
 * @param rule the name of the rule that it broke
 * @param column the column in which it did, empty where the record as a whole is at fault
 * @param reason what was found and what the rule allows
 */
public record Violation(String rule, String column, String reason) {}
