package org.parvis.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads positions out of PractitionerRoles and their Organizations. */
final class PositionResources {

    /** The family that a referent gives; without one, the profession tells it. */
    static final String FAMILY = "urn:parvis:role-family";

    private static final String PROFESSION =
            "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante";

    // TRE_G15; whoever is not in it sees nobody's record until a referent gives them a family.
    private static final Map<String, String> FAMILIES = Map.of("10", "doctor", "21", "pharmacist", "60", "nurse");
    private static final String NO_RECORD = "support";

    private PositionResources() {}

    /** The position that this role is on this day; empty when it is none: inactive, over, or in a structure that is closed or none. */
    static Optional<Position> position(JsonNode role, Map<String, ? extends JsonNode> organisations, LocalDate today) {
        var structure = id(role.path("organization"));
        if (!role.path("active").asBoolean(true) || !covers(role.path("period"), today) || structure.isEmpty()) {
            return Optional.empty();
        }
        var organisation = organisations.get(structure);
        if (organisation != null && !organisation.path("active").asBoolean(true)) {
            return Optional.empty();
        }
        return Optional.of(new Position(
                role.path("id").asText(),
                structure,
                organisation == null ? structure : organisation.path("name").asText(structure),
                title(role),
                family(role)));
    }

    /** The Practitioner whose role it is, as a reference. */
    static String practitioner(JsonNode role) {
        return role.path("practitioner").path("reference").asText();
    }

    /** The logical id in a relative reference; empty when there is none. */
    static String id(JsonNode reference) {
        var text = reference.path("reference").asText();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** Told to the year, the month or the day; "2025-06" ends with June. */
    static boolean covers(JsonNode period, LocalDate today) {
        var start = day(period.path("start"));
        var end = day(period.path("end"));
        var day = today.toString();
        return start.compareTo(day) <= 0 && (end.isEmpty() || end.compareTo(day.substring(0, end.length())) >= 0);
    }

    private static String day(JsonNode moment) {
        var text = moment.asText();
        return text.substring(0, Math.min(text.length(), "2025-06-15".length()));
    }

    private static String family(JsonNode role) {
        var given = code(role, FAMILY);
        return given.orElseGet(() -> code(role, PROFESSION).map(FAMILIES::get).orElse(NO_RECORD));
    }

    private static Optional<String> code(JsonNode role, String system) {
        return codings(role, "code")
                .filter(coding -> coding.path("system").asText().equals(system))
                .map(coding -> coding.path("code").asText())
                .findFirst();
    }

    static String title(JsonNode role) {
        return Stream.concat(names(role, "code"), names(role, "specialty"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> names(JsonNode role, String element) {
        return stream(role.path(element))
                .map(concept -> concept.path("text").asText(display(concept)))
                .filter(name -> !name.isEmpty());
    }

    private static String display(JsonNode concept) {
        return concept.path("coding").path(0).path("display").asText();
    }

    private static Stream<JsonNode> codings(JsonNode role, String element) {
        return stream(role.path(element)).flatMap(concept -> stream(concept.path("coding")));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
