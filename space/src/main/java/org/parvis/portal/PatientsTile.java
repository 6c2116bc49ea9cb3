package org.parvis.portal;

import java.util.Optional;
import java.util.OptionalLong;
import org.parvis.access.Visitor;
import org.parvis.access.Visitor.Audience;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.web.Pages;
import org.springframework.stereotype.Component;

/** The patients whose records are open to a professional. */
@Component
class PatientsTile implements ServiceTile {

    private final Pages pages;
    private final FhirEndpoint endpoint;

    PatientsTile(Pages pages, FhirEndpoint endpoint) {
        this.pages = pages;
        this.endpoint = endpoint;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Tile> of(Visitor visitor) {
        if (visitor.audience() != Audience.PROFESSIONAL) {
            return Optional.empty();
        }
        int count =
                visitor.at(endpoint).search("Patient?_summary=count").total().orElse(0);
        return Optional.of(new Tile(
                "/patients",
                pages.say("portal.tile.patients"),
                pages.say("portal.tile.patients.what"),
                OptionalLong.of(count),
                pages.say("portal.tile.patients.counted", count),
                false));
    }
}
