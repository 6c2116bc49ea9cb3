package org.parvis.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who does not exist and may be chosen at a simulated provider.
 *
 * @param shown how they are offered
 * @param claims what the provider tells of them
 */
public record TestPerson(String shown, ObjectNode claims) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The persons of a file of {@code simulation/}. */
    public static List<TestPerson> in(String file) {
        try (var in = TestPerson.class.getResourceAsStream("/simulation/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("No simulation/" + file);
            }
            var persons = new ArrayList<TestPerson>();
            for (JsonNode person : JSON.readTree(in)) {
                persons.add(new TestPerson(person.path("shown").asText(), (ObjectNode) person.path("claims")));
            }
            return persons;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String subject() {
        return claims.path("sub").asText();
    }
}
