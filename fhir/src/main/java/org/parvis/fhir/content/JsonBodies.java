package org.parvis.fhir.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.parvis.fhir.outcome.Refusal;

/**
 * FHIR JSON bodies, read within limits and written back with every decimal as it came (R4 json.html).
 * What cannot be read is refused with its line, column and path. Safe for use by many threads.
 */
public final class JsonBodies {

    private static final int NAME_LENGTH = 256;
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();
    private static final ObjectWriter PRETTY_WRITER = WRITER.withDefaultPrettyPrinter();

    private final Limits limits;
    private final JsonFactory factory;

    public JsonBodies(Limits limits) {
        this.limits = limits;
        // Names come from anyone: they are shared within the factory, but not interned for the life of the JVM.
        this.factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .disable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.bodyBytes())
                        .maxNumberLength(NumberLiteral.LONGEST)
                        .maxNameLength(NAME_LENGTH)
                        .build())
                .build();
    }

    /** Reads a resource: one JSON object, without null outside arrays. */
    public ObjectNode read(byte[] body) {
        JsonNode root = read(body, false);
        if (!(root instanceof ObjectNode resource)) {
            throw Refusal.invalid("A FHIR resource is a JSON object, not " + JsonKind.of(root) + ".", null);
        }
        limits.checkEntries(resource);
        return resource;
    }

    /** Reads a JSON Patch document: one JSON array, where null is a value. */
    public ArrayNode readPatch(byte[] body) {
        JsonNode root = read(body, true);
        if (root instanceof ArrayNode operations) {
            return operations;
        }
        throw Refusal.invalid("A JSON Patch is an array of operations, not " + JsonKind.of(root) + ".", null);
    }

    /** Writes a tree as compact UTF-8. */
    public byte[] write(JsonNode node) {
        return write(node, WRITER);
    }

    /** Writes a tree as indented UTF-8, for people. */
    public byte[] writePretty(JsonNode node) {
        return write(node, PRETTY_WRITER);
    }

    private JsonNode read(byte[] body, boolean nullIsValue) {
        limits.checkSize(body);
        int start = BodyCharset.start(body);
        try (JsonParser parser = factory.createParser(body, start, body.length - start)) {
            return new JsonReading(body, start, parser, limits, nullIsValue).document();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] write(JsonNode node, ObjectWriter writer) {
        try {
            return writer.writeValueAsBytes(node);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
