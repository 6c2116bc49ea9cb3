package org.parvis.fhir.index;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.content.Limits;

/** What the tests of indexing share: R4, its parameters, and resources written as text. */
final class IndexFixtures {

    static final FhirContext R4 = FhirContext.forR4Cached();
    static final SearchParams PARAMS = SearchParams.r4();
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final JsonBodies BODIES = new JsonBodies(Limits.standard());
    private static final Extraction EXTRACTION = Extraction.compile(PARAMS, R4, PARIS);

    private IndexFixtures() {}

    static ObjectNode json(String text) {
        return BODIES.read(text.getBytes(StandardCharsets.UTF_8));
    }

    static SearchParam param(String type, String code) {
        return PARAMS.find(type, code).orElseThrow();
    }

    /** The values that a resource has under the stored parameter of this code. */
    static List<IndexValue> indexed(String resource, String code) {
        return indexed(EXTRACTION, resource, code);
    }

    static List<IndexValue> indexed(Extraction extraction, String resource, String code) {
        return extraction.of(json(resource)).stream()
                .filter(indexed -> indexed.param().code().equals(code))
                .map(Indexed::value)
                .toList();
    }
}
