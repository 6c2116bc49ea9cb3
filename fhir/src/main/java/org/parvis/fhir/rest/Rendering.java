package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.content.Projection;
import org.parvis.fhir.content.XmlBodies;
import org.parvis.fhir.outcome.OperationOutcome;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.store.Version;

/** Writes answers in the form that the caller wants. Stored JSON goes out as it is, without being parsed. */
final class Rendering {

    private static final byte[] ENTRY_RESOURCE = "\"resource\":".getBytes(StandardCharsets.UTF_8);

    private final JsonBodies json;
    private final XmlBodies xml;
    private final Projection projection;

    Rendering(JsonBodies json, XmlBodies xml, Projection projection) {
        this.json = json;
        this.xml = xml;
        this.projection = projection;
    }

    FhirResponse response(Answer answer, Form form, String base) {
        var headers = new HashMap<>(answer.headers());
        answer.stamp().ifPresent(stamp -> {
            headers.put("ETag", stamp.etag());
            headers.put("Last-Modified", HttpDate.of(stamp.updated()));
        });
        answer.location().ifPresent(address -> headers.put("Location", address));
        if (answer.body().isEmpty()) {
            return new FhirResponse(answer.status(), headers, Body.EMPTY);
        }
        if (answer.content().get() instanceof Answer.Content.Raw(String type, Body body)) {
            headers.put("Content-Type", type);
            return new FhirResponse(answer.status(), headers, body);
        }
        headers.put("Content-Type", form.mediaType());
        return new FhirResponse(
                answer.status(), headers, new Body.Whole(bytes(answer.content().get(), form, base)));
    }

    /** The answer that tells a refusal. */
    FhirResponse refusal(Refusal refusal, Form form) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", form.mediaType());
        if (refusal.status() == 503 || refusal.status() == 429) {
            headers.put("Retry-After", "2");
        }
        byte[] body = written(new OperationOutcome(refusal.issues()).json(), form.whole());
        return new FhirResponse(refusal.status(), headers, new Body.Whole(body));
    }

    /** A stored version as a tree, cut to what is wanted. */
    ObjectNode tree(Version version, Form form) {
        return projected(json.read(version.json()), form);
    }

    /** An answer's content as a tree, to stand in an entry. */
    ObjectNode tree(Answer.Content content, String base) {
        return switch (content) {
            case Answer.Content.Stored(Version version) -> json.read(version.json());
            case Answer.Content.Made(ObjectNode resource) -> resource;
            case Answer.Content.Pages(BundlePage page) -> json.read(bundle(page, Form.PLAIN, base));
            case Answer.Content.Raw _ -> throw Refusal.notSupported("This answer cannot stand in a bundle.");
        };
    }

    private byte[] bytes(Answer.Content content, Form form, String base) {
        return switch (content) {
            case Answer.Content.Stored(Version version) -> stored(version, form);
            case Answer.Content.Made(ObjectNode resource) -> written(resource, form);
            case Answer.Content.Pages(BundlePage page) -> page(page, form, base);
            case Answer.Content.Raw _ -> throw new IllegalStateException("Raw content has its own form");
        };
    }

    private byte[] stored(Version version, Form form) {
        return form.isAsStored() ? version.json() : written(tree(version, form), form);
    }

    private byte[] page(BundlePage page, Form form, String base) {
        byte[] bundle = bundle(page, form, base);
        return form.xml() || form.pretty() ? written(json.read(bundle), form.whole()) : bundle;
    }

    /** The bundle's JSON, put together from bytes. */
    private byte[] bundle(BundlePage page, Form form, String base) {
        var head = JsonNodeFactory.instance.objectNode();
        head.put("resourceType", "Bundle").put("type", page.type());
        page.total().ifPresent(total -> head.put("total", total));
        var links = head.putArray("link");
        page.links()
                .forEach((relation, url) ->
                        links.addObject().put("relation", relation).put("url", url));
        var out = new ByteArrayOutputStream(4096);
        writeOpen(out, head);
        if (!page.entries().isEmpty()) {
            out.writeBytes(",\"entry\":[".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < page.entries().size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                writeEntry(out, page.entries().get(i), form, base);
            }
            out.write(']');
        }
        out.write('}');
        return out.toByteArray();
    }

    private void writeEntry(ByteArrayOutputStream out, BundlePage.Entry entry, Form form, String base) {
        var head = JsonNodeFactory.instance.objectNode();
        entry.version().ifPresent(version -> head.put("fullUrl", base + "/" + version.key()));
        head.setAll(entry.parts());
        entry.outcome().ifPresent(outcome -> head.set("resource", outcome));
        writeOpen(out, head);
        entry.version().filter(version -> !version.isDeletion()).ifPresent(version -> {
            out.write(',');
            out.writeBytes(ENTRY_RESOURCE);
            boolean whole = form.summary().isEmpty() && form.elements().isEmpty();
            out.writeBytes(whole ? version.json() : json.write(tree(version, form)));
        });
        out.write('}');
    }

    // The object without its closing brace, so that bytes can follow.
    private void writeOpen(ByteArrayOutputStream out, ObjectNode head) {
        byte[] bytes = json.write(head);
        out.write(bytes, 0, bytes.length - 1);
    }

    private ObjectNode projected(ObjectNode resource, Form form) {
        ObjectNode kept = form.summary().isPresent()
                ? projection.summary(resource, form.summary().get())
                : resource;
        return form.elements().isEmpty() ? kept : projection.elements(kept, form.elements());
    }

    private byte[] written(ObjectNode resource, Form form) {
        if (form.xml()) {
            return form.pretty() ? xml.writePretty(resource) : xml.write(resource);
        }
        return form.pretty() ? json.writePretty(resource) : json.write(resource);
    }
}
