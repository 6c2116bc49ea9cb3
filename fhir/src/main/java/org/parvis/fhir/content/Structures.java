package org.parvis.fhir.content;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The R4 structures, compiled one by one from HAPI's model when they are first met. */
public final class Structures {

    private final FhirContext r4;
    private final Set<String> resourceTypes;
    private final ConcurrentMap<String, Structure> resources = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, Structure> byModelClass = new ConcurrentHashMap<>();
    private final StructureCompiler compiler = new StructureCompiler(this);
    private final Later<Structure> companion = new Later<>(this::compileCompanion);

    public Structures(FhirContext r4) {
        this.r4 = r4;
        this.resourceTypes = Set.copyOf(r4.getResourceTypes());
    }

    /** HAPI's model, from which these structures are compiled. */
    FhirContext model() {
        return r4;
    }

    /** Whether R4 has a resource type of this name. */
    public boolean isResourceType(String name) {
        return resourceTypes.contains(name);
    }

    /** The structure of a resource type, if R4 has that type. */
    Optional<Structure> resource(String type) {
        Structure known = resources.get(type);
        if (known != null) {
            return Optional.of(known);
        }
        if (!isResourceType(type)) {
            return Optional.empty();
        }
        return Optional.of(resources.computeIfAbsent(type, name -> of(r4.getResourceDefinition(name))));
    }

    /** A resource together with its structure. */
    Spot spot(ObjectNode resource) {
        String type = resource.path("resourceType").asText();
        Structure structure =
                resource(type).orElseThrow(() -> new IllegalArgumentException("Not a resource type of R4: " + type));
        return new Spot(resource, structure);
    }

    /** The structure of a data type, by its FHIR name. */
    Structure dataType(String name) {
        if (r4.getElementDefinition(name) instanceof BaseRuntimeElementCompositeDefinition<?> definition) {
            return of(definition);
        }
        throw new IllegalArgumentException("Not a complex data type of R4: " + name);
    }

    /** What stands beside a primitive value: its id and its extensions. */
    Structure companion() {
        return companion.get();
    }

    private Structure compileCompanion() {
        Structure extension = dataType("Extension");
        return new Structure("Element", false, List.of(extension.element("id"), extension.element("extension")));
    }

    Structure of(BaseRuntimeElementCompositeDefinition<?> definition) {
        return byModelClass.computeIfAbsent(definition.getImplementingClass(), type -> compiler.compile(definition));
    }
}
