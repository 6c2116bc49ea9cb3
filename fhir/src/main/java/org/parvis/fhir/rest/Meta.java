package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.ResourceKey;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Version;

/** The `$meta` operation: profiles, tags and labels of one resource (R4 resource-operation-meta.html). */
final class Meta {

    private final Store store;

    Meta(Store store) {
        this.store = store;
    }

    Answer ofInstance(Call call, ResourceKey key) {
        Version version = store.database()
                .read(connection -> store.versions()
                        .current(
                                connection,
                                key,
                                store.visibility(connection, call.caller().permit())))
                .orElseThrow(() -> Refusal.notFound("%s is not here.".formatted(key)));
        return parameters(store.tree(version).path("meta"));
    }

    private static Answer parameters(JsonNode meta) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
        parameters.putArray("parameter").addObject().put("name", "return").set("valueMeta", meta);
        return Answer.made(200, parameters);
    }
}
