package org.parvis.fhir.index;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseBooleanDatatype;
import org.hl7.fhir.instance.model.api.IBaseDatatype;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Enumeration;

/** Elements of HAPI's model as the JSON that the value readers read. */
final class ModelElements {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final FhirContext r4;

    ModelElements(FhirContext r4) {
        this.r4 = r4;
    }

    /** Passes on a data type as JSON; backbone elements and whole resources have no search value. */
    void pass(IBase element, Step.Sink sink) {
        if (element instanceof IPrimitiveType<?> primitive) {
            if (primitive.hasValue()) {
                sink.accept(type(primitive), node(primitive));
            }
        } else if (element instanceof IBaseDatatype) {
            sink.accept(FhirType.of(element.fhirType()), json(r4.newJsonParser().encodeToString(element)));
        }
    }

    private static FhirType type(IPrimitiveType<?> primitive) {
        return primitive instanceof Enumeration<?> bound && bound.getSystem() != null
                ? new FhirType("code", Map.of(bound.getValueAsString(), bound.getSystem()))
                : FhirType.of(primitive.fhirType());
    }

    private static JsonNode node(IPrimitiveType<?> primitive) {
        return switch (primitive.getValue()) {
            case BigDecimal number -> DecimalNode.valueOf(number);
            case Integer number -> DecimalNode.valueOf(BigDecimal.valueOf(number));
            default ->
                primitive instanceof IBaseBooleanDatatype
                        ? BooleanNode.valueOf(Boolean.parseBoolean(primitive.getValueAsString()))
                        : TextNode.valueOf(primitive.getValueAsString());
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("HAPI wrote JSON that cannot be read", e);
        }
    }
}
