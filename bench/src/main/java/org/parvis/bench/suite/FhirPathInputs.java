package org.parvis.bench.suite;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.parvis.bench.http.Exchange;
import org.parvis.bench.http.Request;

/** The files that HL7's FHIRPath cases are asked of, each stored when it is first needed. */
final class FhirPathInputs {

    private final FhirContext r4 = FhirContext.forR4Cached();
    private final Map<String, Place> places = new HashMap<>();

    /** Where an input is kept. */
    record Place(String type, String id) {}

    Place place(String input, Exchange exchange) throws IOException {
        var known = places.get(input);
        if (known != null) {
            return known;
        }
        var text = new String(SuiteFiles.read(input), StandardCharsets.UTF_8);
        var resource = (input.endsWith(".xml") ? r4.newXmlParser() : r4.newJsonParser()).parseResource(text);
        var place = new Place(resource.fhirType(), input.replaceFirst("\\..*", ""));
        resource.setId(place.id);
        var json = r4.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        // What is refused is not found later, and so told of its cases.
        exchange.send(Request.updating(place.type, place.id, json));
        places.put(input, place);
        return place;
    }
}
