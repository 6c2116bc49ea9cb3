package org.parvis.fhir.transact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * References that a unit wrote over in the resources sent to it. When the unit has to be tried again, its resources get
 * other ids and its conditions may match others, so it must begin with the references as they were sent.
 */
final class Rewrites {

    private record Rewrite(ObjectNode holder, String field, JsonNode before) {}

    private final Deque<Rewrite> rewrites = new ArrayDeque<>();

    void write(Links.Link link, String reference) {
        JsonNode before = link.holder().replace(link.field(), TextNode.valueOf(reference));
        rewrites.push(new Rewrite(link.holder(), link.field(), before));
    }

    /** Puts everything back as it was sent. */
    void undo() {
        while (!rewrites.isEmpty()) {
            Rewrite last = rewrites.pop();
            last.holder().set(last.field(), last.before());
        }
    }
}
