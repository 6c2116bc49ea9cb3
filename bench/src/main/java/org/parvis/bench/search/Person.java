package org.parvis.bench.search;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A made-up person whom the search is to find.
 *
 * @param number an identifier that nobody else has
 */
public record Person(String type, int at, String family, String given, String second, LocalDate born, String number) {
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRANCE);

    public String id() {
        return type.toLowerCase(Locale.ROOT) + "-" + at;
    }

    /** This person as an entry of a transaction. */
    public String entry() {
        return """
                {"resource":{"resourceType":"%s","id":"%s","identifier":[{"system":"urn:parvis:bench","value":"%s"}],\
                "name":[{"use":"official","family":"%s","given":["%s","%s"]}],"birthDate":"%s"},\
                "request":{"method":"PUT","url":"%s/%s"}}""".formatted(type, id(), number, family, given, second, born, type, id());
    }

    String birthDate() {
        return FRENCH.format(born);
    }
}
