package org.electrongap.load.quality;

/**
 * A figure that is odd beside others.
 *
 * @param rule the rule that noticed it
 * @param figure the figure
 * @param value what the rule computed from it
 * @param unit the unit of that value
 * @param lower the least value that the rule lets pass, null where it has none
 * @param upper the greatest value that the rule lets pass, null where it has none
 * @param reason what was found, for people
 */
record Flag(String rule, Figure figure, double value, String unit, Double lower, Double upper, String reason) {}
