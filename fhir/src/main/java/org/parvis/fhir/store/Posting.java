package org.parvis.fhir.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.index.PostedParameters;
import org.parvis.fhir.index.SearchParam;
import org.parvis.fhir.index.SearchParams;
import org.parvis.fhir.outcome.Refusal;

/**
 * A SearchParameter resource as it is to be from now on.
 *
 * @param id its logical id
 * @param resource empty when it is deleted
 * @param place where the request names it, `Bundle.entry[3].resource`
 */
record Posting(String id, Optional<ObjectNode> resource, String place) {

    static final String TYPE = "SearchParameter";

    /** Those that a composite may be composed of come first. */
    static final Comparator<Posting> ORDER =
            Comparator.comparing(Posting::isComposite).thenComparing(Posting::id);

    private static final Set<String> COUNTING = Set.of("active", "draft");

    /**
     * The parameters that it defines; none unless it is active or a draft.
     *
     * @throws Refusal with the place of the fault in the request
     */
    List<SearchParam> read(PostedParameters reader, SearchParams known) {
        if (resource.isEmpty()
                || !COUNTING.contains(resource.get().path("status").asText())) {
            return List.of();
        }
        try {
            return reader.read(resource.get(), known);
        } catch (Refusal refusal) {
            throw refusal.within(place);
        }
    }

    private boolean isComposite() {
        return resource.filter(tree -> tree.path("type").asText().equals("composite"))
                .isPresent();
    }
}
