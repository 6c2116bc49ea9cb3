package org.parvis.bench.reindex;

import java.nio.charset.StandardCharsets;
import org.parvis.bench.http.Request;

/**
 * A search parameter of Observation that a site could define.
 *
 * @param told how its path is walked, for the table
 */
record Posted(String code, String kind, String expression, String told) {

    /** When a result was issued: a path that Parvis compiles. */
    static final Posted COMPILED = new Posted("issued-at", "date", "Observation.issued", "compiled path");

    /** The same for a path that is left to the FHIRPath engine. */
    static final Posted EVALUATED =
            new Posted("status-said", "string", "Observation.status.select('is ' + $this)", "FHIRPath engine");

    /** Another one, for the run that is cut short. */
    static final Posted INTERRUPTED =
            new Posted("encounter-of", "reference", "Observation.encounter", "killed on its way");

    Request posting() {
        var resource = """
                {"resourceType":"SearchParameter","id":"%s","url":"urn:parvis:bench:%s","name":"Bench","status":"active",\
                "description":"Posted by the bench","code":"%s","base":["Observation"],"type":"%s","expression":"%s"}""".formatted(code, code, code, kind, expression);
        return Request.updating("SearchParameter", code, resource.getBytes(StandardCharsets.UTF_8));
    }

    /** How many resources have a value; refused until all are indexed. */
    Request counting() {
        return Request.reading("Observation?" + code + ":missing=false&_summary=count");
    }
}
