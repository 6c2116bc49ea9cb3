package org.parvis.fhir.validation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a write does with the profiles of a resource. */
public enum ValidationMode {
    /** It does not look at them. */
    OFF,
    /** It stores the resource and says what is wrong. */
    WARN,
    /** It refuses a resource with errors. */
    ENFORCE;

    /** The mode that a setting names, if there is one of that name. */
    public static Optional<ValidationMode> named(String word) {
        return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    /** The word of the setting, such as {@code warn}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
