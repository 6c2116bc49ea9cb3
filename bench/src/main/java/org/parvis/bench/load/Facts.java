package org.parvis.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parvis.bench.corpus.Json;

/** What one patient's bundle lets us ask for: the patient's identifier, the codes measured, and some quantities. */
record Facts(Identifier identifier, List<String> codes, List<Measured> quantities) {

    /** An identifier that no other patient has. */
    record Identifier(String system, String value) {
        String token() {
            return system + "|" + value;
        }
    }

    /** A quantity found under a code. */
    record Measured(String code, BigDecimal value, String unit) {}

    Facts {
        codes = List.copyOf(codes);
        quantities = List.copyOf(quantities);
    }

    static Facts of(byte[] bundle) {
        var identifiers = new ArrayList<Identifier>();
        Set<String> codes = new LinkedHashSet<>();
        var quantities = new ArrayList<Measured>();
        for (var entry : Json.read(bundle).path("entry")) {
            var resource = entry.path("resource");
            switch (resource.path("resourceType").asText()) {
                case "Patient" -> identifiers.add(identifier(resource));
                case "Observation" -> observe(resource, codes, quantities);
                default -> {}
            }
        }
        return new Facts(identifiers.getFirst(), List.copyOf(codes), quantities);
    }

    private static Identifier identifier(JsonNode patient) {
        var first = patient.at("/identifier/0");
        return new Identifier(first.path("system").asText(), first.path("value").asText());
    }

    private static void observe(JsonNode observation, Set<String> codes, List<Measured> quantities) {
        var coding = observation.at("/code/coding/0");
        var code = coding.path("system").asText() + "|" + coding.path("code").asText();
        codes.add(code);
        var quantity = observation.path("valueQuantity");
        if (quantity.hasNonNull("value") && quantity.hasNonNull("code")) {
            quantities.add(new Measured(
                    code,
                    quantity.get("value").decimalValue(),
                    quantity.get("code").asText()));
        }
    }
}
