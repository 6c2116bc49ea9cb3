package org.parvis.fhir.validation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which profiles are known, and which writes are held to them.
 *
 * @param packages the folder of FHIR packages ({@code .tgz}); without one, only R4's own definitions are known
 * @param modes the mode of each resource type that is not off
 */
public record ValidationSettings(Optional<Path> packages, Map<String, ValidationMode> modes) {

    public ValidationSettings {
        modes = Map.copyOf(modes);
    }

    /** The settings of a server that nobody configured: profiles are looked at on demand only. */
    public static ValidationSettings standard() {
        return new ValidationSettings(Optional.empty(), Map.of());
    }

    ValidationMode mode(String resourceType) {
        return modes.getOrDefault(resourceType, ValidationMode.OFF);
    }

    /** Whether validation is to be expected, so that it is worth getting ready for it. */
    boolean expectsValidation() {
        return packages.isPresent() || modes.values().stream().anyMatch(mode -> mode != ValidationMode.OFF);
    }
}
