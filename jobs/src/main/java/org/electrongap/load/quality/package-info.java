/**
 * Figures of a panel that are lawful one by one and odd side by side: capacity factors, growth of a fleet, parts against
 * their total, technologies that are left out. They are flagged and not quarantined, because some of them are true. Plain
 * Java on the figures of one region and source, and one adapter to Datasets.
 */
package org.electrongap.load.quality;
