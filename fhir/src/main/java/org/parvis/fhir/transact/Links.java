package org.parvis.fhir.transact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The references within a resource, found in one walk, to be checked and rewritten in place. */
final class Links {

    /** Elements of type uri, url or canonical that may name an entry of the same bundle (R4 http.html, 3.1.0.11.2). */
    private static final Set<String> ADDRESSES = Set.of(
            "url",
            "uri",
            "valueUri",
            "valueUrl",
            "valueCanonical",
            "valueUuid",
            "instantiatesUri",
            "instantiatesCanonical",
            "derivedFrom",
            "definitionUri",
            "definitionCanonical",
            "questionnaire",
            "profile");

    /** One written reference and where it stands. */
    record Link(ObjectNode holder, String field, String path) {

        String written() {
            return holder.path(field).asText();
        }

        /** Whether it names its resource by a search, `Patient?identifier=…` (R4 http.html, 3.1.0.11.2). */
        boolean isConditional() {
            String written = written();
            int mark = written.indexOf('?');
            return mark > 0 && written.chars().limit(mark).allMatch(Character::isLetter);
        }
    }

    private final List<Link> references = new ArrayList<>();
    private final Map<String, String> rewritten;
    private final Rewrites rewrites;

    private Links(Map<String, String> rewritten, Rewrites rewrites) {
        this.rewritten = rewritten;
        this.rewrites = rewrites;
    }

    /** The references of a resource, after addresses of entries were replaced by those of their resources. */
    static List<Link> of(ObjectNode resource, String place, Map<String, String> rewritten, Rewrites rewrites) {
        var links = new Links(rewritten, rewrites);
        links.walk(resource, place);
        return links.references;
    }

    private void walk(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                visit(object, field.getKey(), field.getValue(), path);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (node.get(i).isContainerNode()) {
                    walk(node.get(i), path + "[" + i + "]");
                }
            }
        }
    }

    private void visit(ObjectNode object, String name, JsonNode value, String path) {
        if (value.isContainerNode()) {
            walk(value, path + "." + name);
        } else if (value.isTextual() && name.equals("reference")) {
            var link = new Link(object, name, path);
            rewrite(link);
            references.add(link);
        } else if (value.isTextual() && !rewritten.isEmpty() && ADDRESSES.contains(name)) {
            rewrite(new Link(object, name, path));
        }
    }

    private void rewrite(Link link) {
        String target = rewritten.get(link.written());
        if (target != null) {
            rewrites.write(link, target);
        }
    }
}
