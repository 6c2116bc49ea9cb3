package org.parvis.fhir.index;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Takes from a resource all values by which it can be found. The paths of a resource type are compiled when the first
 * resource of that type comes.
 */
public final class Extraction {

    /**
     * Raised with every release that takes other values from a resource than the one before, or keeps them in other
     * rows, or under other patients and labels. A store whose rows were made by another version makes them anew.
     */
    public static final int VERSION = 5;

    private final Function<String, Collection<SearchParam>> params;
    private final ExtractionCompiler compiler;
    private final Map<String, TypeExtraction> byType = new ConcurrentHashMap<>();

    private Extraction(Function<String, Collection<SearchParam>> params, ExtractionCompiler compiler) {
        this.params = params;
        this.compiler = compiler;
    }

    /**
     * Extraction of these parameters.
     *
     * @param zone in which dates without a zone are meant
     */
    public static Extraction compile(SearchParams params, FhirContext r4, ZoneId zone) {
        return new Extraction(params::of, new ExtractionCompiler(r4, zone));
    }

    /** Extraction of these parameters of one type and of no other. */
    public static Extraction compile(List<SearchParam> params, FhirContext r4, ZoneId zone) {
        return new Extraction(_ -> params, new ExtractionCompiler(r4, zone));
    }

    /** The values of all stored parameters of the resource's type, each once. What is malformed has no value. */
    public List<Indexed> of(ObjectNode resource) {
        var type = resource.path("resourceType").asText();
        return byType.computeIfAbsent(type, absent -> compiler.compile(params.apply(absent)))
                .of(resource);
    }
}
