package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.parvis.fhir.index.ParamKind;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.reindex.IndexingProgress;
import org.parvis.fhir.reindex.Reindexing;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.subscription.Backport;
import org.parvis.fhir.subscription.Topic;
import org.parvis.fhir.trace.AuditEventResources;

/** The CapabilityStatement, made from the parameters and interactions that are really there (R4 capabilitystatement.html). */
final class Capabilities {

    private final Store store;
    private final Reindexing reindexing;
    private final Supplier<List<Route>> offered;

    /** @param offered all interactions of this server */
    Capabilities(Store store, Reindexing reindexing, Supplier<List<Route>> offered) {
        this.store = store;
        this.reindexing = reindexing;
        this.offered = offered;
    }

    List<Route> routes() {
        return List.of(Route.untold("GET", "metadata", this::statement));
    }

    private Answer statement(Call call) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode().put("resourceType", "CapabilityStatement");
        statement
                .put("status", "active")
                .put("date", store.settings().clock().instant().toString())
                .put("kind", "instance");
        statement.putObject("software").put("name", "Parvis");
        statement
                .putObject("implementation")
                .put("description", "Parvis FHIR store")
                .put("url", call.base());
        statement.put("fhirVersion", "4.0.1");
        statement.putArray("format").add("application/fhir+json").add("application/fhir+xml");
        statement.putArray("patchFormat").add("application/json-patch+json").add("application/fhir+json");
        ObjectNode rest = statement.putArray("rest").addObject().put("mode", "server");
        ArrayNode resources = rest.putArray("resource");
        Map<String, IndexingProgress> renewals = reindexing.renewals();
        new TreeSet<>(store.params().types())
                .forEach(type -> addResource(resources, type, Optional.ofNullable(renewals.get(type))));
        addOffered(rest, Route::isOfSystem);
        return Answer.made(200, statement);
    }

    // As the guide Subscriptions R5 Backport wants them told.
    private void addTopics(ObjectNode resource) {
        resource.putArray("supportedProfile").add(Backport.structure("backport-subscription"));
        ArrayNode topics = resource.putArray("extension");
        for (String type : new TreeSet<>(store.params().types())) {
            topics.addObject()
                    .put("url", Backport.structure("capabilitystatement-subscriptiontopic-canonical"))
                    .put("valueCanonical", new Topic(type).canonical());
        }
    }

    // The trace has interactions and parameters of its own.
    private void addTrace(ObjectNode resource) {
        resource.putArray("supportedProfile").add(AuditEventResources.TDE);
        addOffered(resource, route -> route.shape().indexOf(AuditEventResources.TYPE) == 0);
        resource.put("versioning", "no-version");
        ArrayNode params = resource.putArray("searchParam");
        AuditWish.PARAMETERS.forEach(
                param -> params.addObject().put("name", param.getFirst()).put("type", param.getLast()));
    }

    private void addOffered(ObjectNode holder, Predicate<Route> chosen) {
        var told = offered.get().stream()
                .filter(chosen)
                .map(Route::told)
                .distinct()
                .toList();
        for (Route.Told one : told) {
            switch (one) {
                case Route.Told.ByCode(List<String> codes) ->
                    codes.forEach(code ->
                            holder.withArrayProperty("interaction").addObject().put("code", code));
                case Route.Told.AsOperation(String name, String definition) ->
                    holder.withArrayProperty("operation")
                            .addObject()
                            .put("name", name)
                            .put("definition", definition);
                case Route.Told.Nowhere() -> {
                    // Part of what is told already.
                }
            }
        }
    }

    private void addResource(ArrayNode resources, String type, Optional<IndexingProgress> renewal) {
        ObjectNode resource = resources.addObject().put("type", type);
        renewal.ifPresent(progress -> resource.put(
                "documentation",
                "All resources are being indexed anew (%d of about %d): searches may still miss what this release finds otherwise."
                        .formatted(progress.done(), progress.total())));
        if (type.equals(AuditEventResources.TYPE)) {
            addTrace(resource);
            return;
        }
        addOffered(resource, route -> route.isOf(type));
        if (type.equals("Subscription")) {
            addTopics(resource);
        }
        resource.put("versioning", "versioned")
                .put("readHistory", true)
                .put("updateCreate", true)
                .put("conditionalCreate", true)
                .put("conditionalRead", "full-support")
                .put("conditionalUpdate", true)
                .put("conditionalDelete", "single");
        resource.putArray("referencePolicy").add("literal").add("logical").add("enforced");
        ArrayNode includes = resource.putArray("searchInclude");
        ArrayNode params = resource.putArray("searchParam");
        for (SearchParam param : store.params().of(type)) {
            if (param.kind() == ParamKind.REFERENCE) {
                includes.add(type + ":" + param.code());
            }
            params.addObject()
                    .put("name", param.code())
                    .put("definition", param.url())
                    .put("type", param.kind().code());
        }
    }
}
