package org.parvis.federation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A professional and their practices as Practitioner, PractitionerRole and Organization, each saying who told it. */
final class ProfessionalResources {

    /** Under which a practice that was only told at a login is known here. */
    static final String TOLD_PRACTICE = "urn:parvis:told-practice";

    /** Those of TRE_G15 who come most; the others are shown by their code's resource only. */
    private static final Map<String, String> PROFESSIONS = Map.of(
            "10", "Médecin",
            "21", "Pharmacien",
            "28", "Opticien-lunetier",
            "40", "Chirurgien-dentiste",
            "50", "Sage-femme",
            "60", "Infirmier",
            "70", "Masseur-kinésithérapeute",
            "80", "Pédicure-podologue",
            "91", "Orthophoniste",
            "95", "Diététicien");

    private final String source;

    /**
     * @param source the address of whoever tells these things
     */
    ProfessionalResources(String source) {
        this.source = source;
    }

    ObjectNode practitioner(Professional professional, Rpps rpps) {
        var practitioner = resource("Practitioner");
        var numbers = practitioner.putArray("identifier");
        numbers.add(identifier(new NationalNumber(NationalNumber.PROFESSIONAL, professional.nationalNumber())));
        numbers.add(identifier(new NationalNumber(NationalNumber.RPPS, rpps.value())));
        practitioner.put("active", true);
        var name = practitioner.putArray("name").addObject().put("family", professional.family());
        name.putArray("given").add(professional.given());
        return practitioner;
    }

    ObjectNode organization(Workplace workplace) {
        var organization = resource("Organization");
        var numbers = organization.putArray("identifier");
        workplace.numbers().forEach(number -> numbers.add(identifier(number)));
        organization.put("active", true);
        organization.put("name", workplace.name());
        var place = workplace.address();
        if (!place.postalCode().isEmpty()) {
            var address = organization.putArray("address").addObject();
            if (!place.line().isEmpty()) {
                address.putArray("line").add(place.line());
            }
            address.put("postalCode", place.postalCode());
        }
        return organization;
    }

    /**
     * The practice of a professional.
     *
     * @param practitioner reference to the professional, within the transaction or outside it
     */
    ObjectNode role(Practice practice, NationalNumber number, String practitioner) {
        var role = resource("PractitionerRole");
        role.putArray("identifier").add(identifier(number));
        role.put("active", true);
        role.putObject("practitioner").put("reference", practitioner);
        var codes = role.putArray("code");
        code(codes, "TRE_G15", "ProfessionSante", practice.profession());
        Optional.ofNullable(PROFESSIONS.get(practice.profession()))
                .ifPresent(name -> ((ObjectNode) codes.path(0)).put("text", name));
        practice.activity().ifPresent(activity -> {
            code(codes, "TRE_R22", "GenreActivite", activity.genre());
            code(codes, "TRE_R23", "ModeExercice", activity.mode());
            code(codes, "TRE_R21", "Fonction", activity.function());
        });
        practice.skill().ifPresent(skill -> {
            var speciality = skill.kind().equals("S");
            code(
                    role.putArray("specialty"),
                    speciality ? "TRE_R38" : "TRE_R01",
                    speciality ? "SpecialiteOrdinale" : "EnsembleSavoirFaire-CISIS",
                    skill.code());
        });
        return role;
    }

    /** A practice told again is the same practice. */
    static NationalNumber numberOf(Practice practice, Rpps rpps) {
        var told = List.of(
                        rpps.value(),
                        practice.profession(),
                        practice.skill().toString(),
                        practice.activity()
                                .map(activity -> "%s %s %s"
                                        .formatted(
                                                activity.mode(),
                                                activity.function(),
                                                activity.workplace().numbers().getFirst()))
                                .orElse(""))
                .toString();
        return new NationalNumber(
                TOLD_PRACTICE,
                UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private ObjectNode resource(String type) {
        return Told.resource(type, source);
    }

    private static ObjectNode identifier(NationalNumber number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("system", number.system())
                .put("value", number.value());
    }

    private static void code(ArrayNode concepts, String table, String name, String code) {
        if (code.isEmpty()) {
            return;
        }
        concepts.addObject()
                .putArray("coding")
                .addObject()
                .put(
                        "system",
                        "https://mos.esante.gouv.fr/NOS/%s-%s/FHIR/%s-%s"
                                .formatted(table, name, table.replace('_', '-'), name))
                .put("code", code);
    }
}
