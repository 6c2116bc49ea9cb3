package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.parvis.fhir.search.MetaInUse;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.trace.Action;

/**
 * The `$meta` operation: the profiles, tags and labels of one resource, or those in use in a type or in the whole system
 * (R4 resource-operation-meta.html).
 */
final class Meta {

    private static final String DEFINITION = "http://hl7.org/fhir/OperationDefinition/Resource-meta";

    private final Store store;
    private final Reading reading;
    private final MetaInUse inUse;

    Meta(Store store, Reading reading) {
        this.store = store;
        this.reading = reading;
        this.inUse = new MetaInUse(store);
    }

    List<Route> routes() {
        return List.of(
                Route.operation(DEFINITION, "GET POST", "{type}/{id}/$meta", this::ofInstance)
                        .tracedAs(Action.OPERATION),
                Route.operation(DEFINITION, "GET POST", "{type}/$meta", call -> inUse(call, List.of(call.segment(0)))),
                Route.operation(
                        DEFINITION,
                        "GET POST",
                        "$meta",
                        call -> inUse(call, store.params().types())));
    }

    private Answer ofInstance(Call call) {
        return parameters(store.tree(reading.current(call, call.key())).path("meta"));
    }

    private Answer inUse(Call call, Collection<String> types) {
        return parameters(inUse.of(types, call.caller().permit()));
    }

    private static Answer parameters(JsonNode meta) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
        parameters.putArray("parameter").addObject().put("name", "return").set("valueMeta", meta);
        return Answer.made(200, parameters);
    }
}
