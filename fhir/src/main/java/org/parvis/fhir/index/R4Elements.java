package org.parvis.fhir.index;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildExtension;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The elements of R4's types under their JSON names, from HAPI's model. */
final class R4Elements {

    private static final String ANY_RESOURCE = "Resource";
    private static final Set<String> ROOTS = Set.of(ANY_RESOURCE, "DomainResource");
    private static final Set<String> BESIDE_PRIMITIVES = Set.of("id", "extension");
    private static final Set<String> QUANTITY_PROFILES = Set.of("SimpleQuantity", "MoneyQuantity");

    private final FhirContext r4;

    /** Composite types met so far, by the name this class gives them: backbone elements are named by their path. */
    private final Map<String, BaseRuntimeElementCompositeDefinition<?>> composites = new ConcurrentHashMap<>();

    R4Elements(FhirContext r4) {
        this.r4 = r4;
    }

    /** One JSON member and its type. */
    record Field(String json, FhirType type) {}

    /** The type of whole resources of this name. */
    FhirType resource(String type) {
        composites.computeIfAbsent(type, r4::getResourceDefinition);
        return FhirType.of(type);
    }

    /** The JSON members that the step {@code name} leads to from a type; several for a choice such as {@code value}. */
    List<Field> fields(FhirType type, String name) {
        var owner = composites.get(type.name());
        if (owner == null) {
            return List.of();
        }
        var child = owner.getChildByName(name);
        // HAPI also knows valueQuantity as a name of value[x]; FHIRPath does not.
        if (child != null && child.getElementName().equals(name)) {
            return List.of(new Field(name, type(type, child, name)));
        }
        var choice = owner.getChildByName(name + "[x]");
        return choice == null ? List.of() : forms(type, choice, name);
    }

    /**
     * Whether the step {@code name} leads from a type to where no member of it says: a primitive's extensions stand
     * beside it, and what {@code contained} and {@code entry.resource} hold depends on the resource.
     */
    boolean isElsewhere(FhirType type, String name) {
        return type.name().equals(ANY_RESOURCE) || (BESIDE_PRIMITIVES.contains(name) && isPrimitive(type));
    }

    /** Whether a path that names {@code wanted} means this type. */
    boolean isA(FhirType type, String wanted) {
        return type.name().equals(wanted)
                || (ROOTS.contains(wanted) && r4.getResourceTypes().contains(type.name()));
    }

    private static boolean isPrimitive(FhirType type) {
        return Character.isLowerCase(type.name().charAt(0));
    }

    private List<Field> forms(FhirType owner, BaseRuntimeChildDefinition choice, String name) {
        List<Field> forms = new ArrayList<>();
        for (String json : choice.getValidChildNames()) {
            var form = choice.getChildByName(json);
            // HAPI adds forms of its own, such as valueResource.
            if (form != null && json.equalsIgnoreCase(name + form.getName())) {
                forms.add(new Field(json, type(owner, choice, json)));
            }
        }
        return forms;
    }

    private FhirType type(FhirType owner, BaseRuntimeChildDefinition child, String json) {
        if (child instanceof RuntimeChildPrimitiveEnumerationDatatypeDefinition bound) {
            return new FhirType("code", ImpliedSystems.of(bound));
        }
        var definition = definition(child, json);
        var name = name(owner, definition, json);
        if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            composites.putIfAbsent(name, composite);
        }
        return FhirType.of(name);
    }

    private BaseRuntimeElementDefinition<?> definition(BaseRuntimeChildDefinition child, String json) {
        var definition = child instanceof RuntimeChildExtension
                ? r4.getElementDefinition("Extension")
                : child.getChildByName(json);
        return Objects.requireNonNull(definition, json);
    }

    private static String name(FhirType owner, BaseRuntimeElementDefinition<?> definition, String json) {
        return switch (definition.getChildType()) {
            case RESOURCE_BLOCK -> owner.name() + "." + json;
            case RESOURCE, CONTAINED_RESOURCES, CONTAINED_RESOURCE_LIST -> ANY_RESOURCE;
            default -> QUANTITY_PROFILES.contains(definition.getName()) ? "Quantity" : definition.getName();
        };
    }
}
