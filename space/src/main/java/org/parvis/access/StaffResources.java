package org.parvis.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.parvis.access.Invitation.Place;

/** Writes the people of a structure as Practitioners and PractitionerRoles; {@link PositionResources} reads them. */
final class StaffResources {

    private StaffResources() {}

    static ObjectNode practitioner(String name) {
        var practitioner = resource("Practitioner").put("active", true);
        practitioner.putArray("name").addObject().put("text", name);
        return practitioner;
    }

    /** The position that an invitation promised. */
    static ObjectNode role(String person, Place place, String title, LocalDate today) {
        var role = resource("PractitionerRole").put("active", true);
        role.putObject("practitioner").put("reference", person);
        role.putObject("organization").put("reference", "Organization/" + place.structure());
        role.putObject("period").put("start", today.toString());
        var concept = role.putArray("code").addObject();
        concept.putArray("coding")
                .addObject()
                .put("system", PositionResources.FAMILY)
                .put("code", place.family());
        concept.put("text", title);
        return role;
    }

    /** Ends a position with this day. */
    static void end(ObjectNode role, LocalDate today) {
        role.put("active", false);
        role.withObjectProperty("period").put("end", today.toString());
    }

    private static ObjectNode resource(String type) {
        return JsonNodeFactory.instance.objectNode().put("resourceType", type);
    }
}
