package org.electrongap.share.simulation;

/**
 * What one publisher says of one year, turned into TWh.
 *
 * @param publisher who
 * @param year the target year
 * @param twh data-centre load
 * @param logSd how far off it may be, as a standard deviation of the logarithm
 */
public record PublishedValue(String publisher, int year, double twh, double logSd) {

    public PublishedValue {
        if (!(twh > 0) || !(logSd >= 0) || !Double.isFinite(twh) || !Double.isFinite(logSd)) {
            throw new IllegalArgumentException(publisher + " " + year + ": " + twh + " TWh with log sd " + logSd
                    + " is no forecast; TWh must be above 0");
        }
    }
}
