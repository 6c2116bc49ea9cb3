package org.parvis.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.parvis.access.Traits;

/**
 * A citizen as the civil register knows them ("identité pivot" of FranceConnect, version 2).
 *
 * @param subject who they are for the provider: the same whatever the means by which they proved it
 * @param traits empty for whoever the register does not know whole, such as most holders of a foreign identity
 */
record PivotIdentity(String subject, String name, Optional<Traits> traits) {

    /** What the claims tell; empty when they do not say who it is about. */
    static Optional<PivotIdentity> read(JsonNode claims) {
        var subject = text(claims, "sub");
        var family = text(claims, "family_name");
        if (subject.isEmpty() || family.isEmpty()) {
            return Optional.empty();
        }
        var used = text(claims, "preferred_username");
        var name = "%s %s".formatted(text(claims, "given_name").split(" ", 2)[0], used.isEmpty() ? family : used);
        return Optional.of(new PivotIdentity(subject, name.strip(), traits(claims)));
    }

    private static Optional<Traits> traits(JsonNode claims) {
        // Whoever was born abroad has no commune; the INS then gives the country as the place.
        var place = Stream.of(text(claims, "birthplace"), text(claims, "birthcountry"))
                .filter(code -> !code.isEmpty())
                .findFirst();
        var given = text(claims, "given_name");
        var sex = text(claims, "gender");
        if (place.isEmpty() || given.isEmpty() || !sex.matches("female|male")) {
            return Optional.empty();
        }
        return birthDate(claims).map(date -> new Traits(text(claims, "family_name"), given, date, sex, place.get()));
    }

    private static Optional<LocalDate> birthDate(JsonNode claims) {
        try {
            return Optional.of(LocalDate.parse(text(claims, "birthdate")));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode claims, String name) {
        return claims.path(name).asText("").strip();
    }
}
