package org.parvis.access;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;

/**
 * The five strict traits of an identity as the civil register writes them (RNIV): those that agree in all of them were born
 * the same person. Names are held without case, accents and punctuation, which sources write as they like.
 *
 * @param birthName family name at birth
 * @param firstNames all first names at birth, in their order
 * @param sex as FHIR writes it: {@code female}, {@code male}
 * @param birthPlace COG code of the commune, or of the country for whoever was born abroad; empty when nobody noted it
 */
public record Traits(String birthName, String firstNames, LocalDate birthDate, String sex, String birthPlace) {

    public Traits {
        birthName = plain(birthName);
        firstNames = plain(firstNames);
    }

    /** Whether these are the same, all of them known. */
    boolean agreeWith(Traits other) {
        return equals(other) && !birthPlace.isEmpty();
    }

    /** Whether one would take this person for that one at a counter: where they were born, and their further names, left out. */
    boolean resemble(Traits other) {
        return birthName.equals(other.birthName)
                && first(firstNames).equals(first(other.firstNames))
                && birthDate.equals(other.birthDate)
                && sex.equals(other.sex);
    }

    /** The first word of the family name, by which a search finds more than enough. */
    String searched() {
        return first(birthName);
    }

    private static String first(String names) {
        return names.split(" ", 2)[0];
    }

    private static String plain(String names) {
        return Normalizer.normalize(names, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replace("Œ", "OE")
                .replace("Æ", "AE")
                .replaceAll("[^A-Z]+", " ")
                .strip();
    }
}
