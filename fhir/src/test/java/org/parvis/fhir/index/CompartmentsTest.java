package org.parvis.fhir.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hl7.fhir.r4.model.ResourceType;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** R4 compartmentdefinition.html. */
class CompartmentsTest {

    private static final String SPECIFICATION = "/org/hl7/fhir/r4/model/profile/profiles-resources.xml";
    private static final Pattern DEFINITION =
            Pattern.compile("<CompartmentDefinition .*?</CompartmentDefinition>", Pattern.DOTALL);

    private record Membership(Compartment compartment, String type, String code) {}

    private final Compartments compartments = Compartments.read();

    @Test
    void saysHowAnObservationBelongsToAPatient() {
        assertThat(compartments.codes(Compartment.PATIENT, "Observation")).containsExactly("subject", "performer");
    }

    @Test
    void saysNothingOfATypeOutsideTheCompartment() {
        assertThat(compartments.codes(Compartment.PATIENT, "Organization")).isEmpty();
    }

    @Test
    void saysWhatTheSpecificationSays() throws Exception {
        assertThat(written()).containsExactlyInAnyOrderElementsOf(specified());
    }

    private List<Membership> written() {
        List<Membership> memberships = new ArrayList<>();
        for (Compartment compartment : Compartment.values()) {
            for (ResourceType type : ResourceType.values()) {
                compartments
                        .codes(compartment, type.name())
                        .forEach(code -> memberships.add(new Membership(compartment, type.name(), code)));
            }
        }
        return memberships;
    }

    private static List<Membership> specified() throws Exception {
        List<Membership> memberships = new ArrayList<>();
        try (var bytes = Objects.requireNonNull(CompartmentsTest.class.getResourceAsStream(SPECIFICATION))) {
            var definitions = DEFINITION.matcher(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            while (definitions.find()) {
                addMemberships(definitions.group(), memberships);
            }
        }
        return memberships;
    }

    private static void addMemberships(String definition, List<Membership> memberships) throws Exception {
        var bytes = new ByteArrayInputStream(definition.getBytes(StandardCharsets.UTF_8));
        var root = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(bytes)
                .getDocumentElement();
        var compartment = Compartment.of(values(root, "code").getFirst()).orElseThrow();
        var members = root.getElementsByTagName("resource");
        for (int i = 0; i < members.getLength(); i++) {
            var member = (Element) members.item(i);
            var type = values(member, "code").getFirst();
            values(member, "param").stream()
                    // {def} is the resource that the compartment is about.
                    .filter(code -> !code.equals("{def}"))
                    .forEach(code -> memberships.add(new Membership(compartment, type, code)));
        }
    }

    private static List<String> values(Element parent, String tag) {
        List<String> values = new ArrayList<>();
        var found = parent.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttribute("value"));
        }
        return values;
    }
}
