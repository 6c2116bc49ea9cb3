package org.parvis.bench.crash;

import java.util.regex.Pattern;

/** A resource, as type and id. */
record Key(String type, String id) {
    private static final Pattern LOCATION =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9\\-.]{1,64})/_history/([0-9]+)");

    /** A resource at one of its versions. */
    record Version(Key key, int number) {}

    /** Reads a Location header or the location of a Bundle entry. */
    static Version located(String location) {
        var parts = LOCATION.matcher(location);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not the location of a version: " + location);
        }
        return new Version(new Key(parts.group(1), parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
