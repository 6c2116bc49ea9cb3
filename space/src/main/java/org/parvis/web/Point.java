package org.parvis.web;

/** A place on the earth, in degrees (WGS 84). */
public record Point(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6_371;

    public Point {
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            throw new IllegalArgumentException("No place on earth: %s, %s".formatted(latitude, longitude));
        }
    }

    /** How far it is as the crow flies (haversine). */
    public double kilometresTo(Point other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double chord = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord));
    }
}
