package org.parvis.fhir.content;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeDeclaredChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.RuntimeChildAny;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
import ca.uhn.fhir.context.RuntimeChildExtension;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns one definition of HAPI's R4 model into a structure. */
final class StructureCompiler {

    // HAPI's model also offers these under value[x]; R4 does not (R4 datatypes.html#open).
    private static final Set<String> NOT_OPEN_IN_R4 = Set.of(
            "ElementDefinition",
            "Extension",
            "MarketingStatus",
            "Narrative",
            "Population",
            "ProdCharacteristic",
            "ProductShelfLife",
            "SubstanceAmount",
            "xhtml");

    private final Structures structures;

    StructureCompiler(Structures structures) {
        this.structures = structures;
    }

    Structure compile(BaseRuntimeElementCompositeDefinition<?> definition) {
        var elements = new ArrayList<Element>();
        for (BaseRuntimeChildDefinition child : definition.getChildrenAndExtension()) {
            if (ModelCorrections.isInR4(definition.getName(), child.getElementName())) {
                elements.add(element(definition, child, elements.size()));
            }
        }
        return new Structure(definition.getName(), definition instanceof RuntimeResourceDefinition, elements);
    }

    private Element element(
            BaseRuntimeElementCompositeDefinition<?> parent, BaseRuntimeChildDefinition child, int slot) {
        String type = parent.getName();
        String name = child.getElementName();
        boolean mandatory = ModelCorrections.isMandatory(type, name, child.getMin() > 0);
        boolean repeats = child.getMax() < 0 || child.getMax() > 1;
        boolean summary = ModelCorrections.isSummary(type, name, child.isSummary());
        boolean modifier = child instanceof BaseRuntimeDeclaredChildDefinition declared && declared.isModifier();
        var cardinality = new Element.Cardinality(mandatory, repeats);
        return new Element(name, slot, cardinality, summary, modifier, contents(parent, child));
    }

    private Map<String, Content> contents(
            BaseRuntimeElementCompositeDefinition<?> parent, BaseRuntimeChildDefinition child) {
        String name = child.getElementName();
        if (child instanceof RuntimeChildExtension) {
            return Map.of(name, new Content.Parts(new Later<>(() -> structures.dataType("Extension"))));
        }
        if (parent.getName().equals("Reference") && name.equals("reference")) {
            return Map.of(name, new Content.Value(Primitive.REFERENCE, Set.of()));
        }
        var contents = new LinkedHashMap<String, Content>();
        for (String key : keys(child)) {
            contents.put(key, content(child, child.getChildByName(key)));
        }
        return contents;
    }

    /** The JSON names of an element, without those that HAPI adds for its own Java accessors. */
    private static List<String> keys(BaseRuntimeChildDefinition child) {
        if (!(child instanceof RuntimeChildChoiceDefinition)) {
            return List.of(child.getElementName());
        }
        return new TreeSet<>(child.getValidChildNames())
                .stream().filter(key -> isChoice(child, key)).toList();
    }

    private static boolean isChoice(BaseRuntimeChildDefinition child, String key) {
        String type = child.getChildByName(key).getName();
        boolean open = !(child instanceof RuntimeChildAny) || !NOT_OPEN_IN_R4.contains(type);
        return open && key.equals(child.getElementName() + Character.toUpperCase(type.charAt(0)) + type.substring(1));
    }

    private Content content(BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> definition) {
        return switch (definition.getChildType()) {
            case PRIMITIVE_DATATYPE, ID_DATATYPE, PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG ->
                new Content.Value(Primitive.named(definition.getName()), codes(child));
            case RESOURCE, CONTAINED_RESOURCE_LIST, CONTAINED_RESOURCES -> Content.AnyResource.INSTANCE;
            case COMPOSITE_DATATYPE, RESOURCE_BLOCK, EXTENSION_DECLARED, UNDECL_EXT -> parts(definition);
        };
    }

    private Content parts(BaseRuntimeElementDefinition<?> definition) {
        if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            return new Content.Parts(new Later<>(() -> structures.of(composite)));
        }
        throw new IllegalStateException(
                "HAPI's model calls " + definition.getName() + " composite, but it has no parts");
    }

    private static Set<String> codes(BaseRuntimeChildDefinition child) {
        return child instanceof RuntimeChildPrimitiveEnumerationDatatypeDefinition bound
                ? EnumeratedCodes.of(bound)
                : Set.of();
    }
}
