package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.List;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Sql;

/** Conditions on positions: `latitude|longitude|distance|units` (R4 location.html, near). */
final class NearConditions {

    private static final double EARTH_RADIUS_KM = 6371.0088;
    private static final double KM_PER_DEGREE = Math.PI * EARTH_RADIUS_KM / 180;
    private static final double KM_PER_MILE = 1.609344;
    private static final double DEFAULT_KM = 10;

    private final Context context;

    NearConditions(Context context) {
        this.context = context;
    }

    Condition of(Clause.Value clause) {
        if (!clause.param().code().equals("near")) {
            throw Refusal.notSupported("The parameter '%s' is not supported."
                    .formatted(clause.param().code()));
        }
        var conditions = new ArrayList<Condition>();
        for (String written : clause.alternatives()) {
            Circle circle = Circle.parse(written);
            conditions.add(new Condition.Rows(
                    "ix_position",
                    alias -> Conditions.paramIs(context, alias, clause.param())
                            .add(" and ")
                            .add(circle.around(alias)),
                    false));
        }
        return new Condition.Any(conditions);
    }

    private record Circle(double latitude, double longitude, double km) {

        static Circle parse(String written) {
            List<String> parts = Values.split(written, '|');
            try {
                double latitude = Double.parseDouble(parts.get(0));
                double longitude = Double.parseDouble(parts.get(1));
                double distance =
                        parts.size() > 2 && !parts.get(2).isEmpty() ? Double.parseDouble(parts.get(2)) : DEFAULT_KM;
                double km = distance * kmPer(parts.size() > 3 ? parts.get(3) : "km");
                if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && km >= 0) {
                    return new Circle(latitude, longitude, km);
                }
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                // Said below, like a latitude beyond the poles.
            }
            throw Refusal.invalid(
                    "'%s' must be latitude|longitude|distance|units, in degrees and km.".formatted(written), null);
        }

        private static double kmPer(String unit) {
            return switch (unit) {
                case "", "km" -> 1;
                case "m" -> 0.001;
                case "[mi_us]", "[mi_i]", "mi" -> KM_PER_MILE;
                default -> throw Refusal.notSupported("near takes km, m or [mi_us], not '%s'.".formatted(unit));
            };
        }

        /** The rows within a band of latitudes, which an index delivers, and of those the ones within the circle. */
        Sql around(String alias) {
            double band = km / KM_PER_DEGREE;
            String distance = """
                    2 * %2$s * asin(least(1, sqrt(
                      power(sin(radians(%1$s.latitude - ?) / 2), 2)
                      + cos(radians(?)) * cos(radians(%1$s.latitude)) * power(sin(radians(%1$s.longitude - ?) / 2), 2))))
                    """.formatted(alias, EARTH_RADIUS_KM);
            return new Sql(alias + ".latitude between ? and ?", latitude - band, latitude + band)
                    .add(" and " + distance + " <= ?", latitude, latitude, longitude, km);
        }
    }
}
