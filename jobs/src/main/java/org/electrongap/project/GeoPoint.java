package org.electrongap.project;

/**
 * A place on the globe.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees, east positive
 */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    /** Distance in km along a great circle of a sphere (haversine formula, Sinnott 1984). */
    public double distanceKm(GeoPoint other) {
        double phi = Math.toRadians(latitude);
        double phiOther = Math.toRadians(other.latitude);
        double north = StrictMath.sin((phiOther - phi) / 2);
        double east = StrictMath.sin(Math.toRadians(other.longitude - longitude) / 2);
        double h = north * north + StrictMath.cos(phi) * StrictMath.cos(phiOther) * east * east;
        return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, Math.sqrt(h)));
    }
}
