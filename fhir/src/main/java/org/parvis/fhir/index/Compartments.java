package org.parvis.fhir.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which parameters make a resource a member of a compartment, as R4's five CompartmentDefinitions say. */
final class Compartments {

    private static final String FILE = "compartments.txt";

    private final Map<Compartment, Map<String, List<String>>> codes;

    private Compartments(Map<Compartment, Map<String, List<String>>> codes) {
        this.codes = codes;
    }

    static Compartments read() {
        Map<Compartment, Map<String, List<String>>> codes = new EnumMap<>(Compartment.class);
        for (Compartment compartment : Compartment.values()) {
            codes.put(compartment, new HashMap<>());
        }
        for (String line : lines()) {
            var words = List.of(line.split(" "));
            var members = codes.get(Compartment.of(words.getFirst()).orElseThrow());
            Objects.requireNonNull(members).put(words.get(1), words.subList(2, words.size()));
        }
        return new Compartments(codes);
    }

    /** Codes of the parameters through which a resource of this type enters the compartment. */
    List<String> codes(Compartment compartment, String type) {
        return Objects.requireNonNull(codes.get(compartment)).getOrDefault(type, List.of());
    }

    private static List<String> lines() {
        var stream = Objects.requireNonNull(Compartments.class.getResourceAsStream(FILE), FILE + " is missing");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
