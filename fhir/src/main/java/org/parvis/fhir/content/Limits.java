package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.parvis.fhir.outcome.Refusal;

/**
 * What one request may weigh, so that no body takes the memory of all. Each is a setting.
 *
 * @param bodyBytes size of the body
 * @param depth nesting of objects and arrays
 * @param stringLength characters of one string; base64 content is bounded by the body alone
 * @param bundleEntries entries of one Bundle
 * @param nodes objects, arrays and values of one body
 */
public record Limits(int bodyBytes, int depth, int stringLength, int bundleEntries, int nodes) {

    public Limits {
        if (bodyBytes < 1 || depth < 1 || stringLength < 1 || bundleEntries < 1 || nodes < 1) {
            throw new IllegalArgumentException("A limit is a positive number.");
        }
    }

    /** The limits of a server that nobody configured. */
    public static Limits standard() {
        return new Limits(50 * 1024 * 1024, 64, 5 * 1024 * 1024, 10_000, 3_000_000);
    }

    void checkSize(byte[] body) {
        if (body.length > bodyBytes) {
            throw Refusal.tooLarge("The body has " + body.length + " bytes; the limit is " + bodyBytes + ".", null);
        }
    }

    void checkEntries(ObjectNode resource) {
        int entries = resource.path("entry").size();
        if (entries > bundleEntries) {
            throw Refusal.tooLarge(
                    "The bundle holds " + entries + " entries; the limit is " + bundleEntries + ".", "Bundle.entry");
        }
    }

    void checkWeight(ObjectNode resource) {
        JsonWeight weight = JsonWeight.of(resource);
        if (weight.depth() > depth || weight.nodes() > nodes) {
            throw Refusal.tooLarge(
                    "The resource would hold " + weight.nodes() + " values nested " + weight.depth()
                            + " deep; the limits are " + nodes + " and " + depth + ".",
                    null);
        }
    }
}
