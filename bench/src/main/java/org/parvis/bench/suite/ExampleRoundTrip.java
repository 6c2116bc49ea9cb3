package org.parvis.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.data.Examples;
import org.parvis.bench.http.Exchange;
import org.parvis.bench.http.Request;
import org.parvis.bench.http.Response;

/** Each published example, written as JSON, read as XML, written as XML, read as JSON: nothing may change on the way. */
public record ExampleRoundTrip(Examples examples) implements Suite {
    private static final String XML = "application/fhir+xml";
    private static final String ID = "round-trip";
    private static final int SEEN_LENGTH = 120;

    @Override
    public String name() {
        return "HL7 examples, JSON to XML and back";
    }

    @Override
    public List<Verdict> run(Exchange exchange, int everyNth) throws IOException {
        var exceptions = Exceptions.read("examples-exceptions.txt");
        var verdicts = new ArrayList<Verdict>();
        var files = examples.files();
        for (var at = 0; at < files.size(); at += everyNth) {
            var name = files.get(at).getFileName().toString().replace(".json", "");
            // The trace takes AuditEvents, and no updates of them.
            if (!name.startsWith("AuditEvent-")) {
                verdicts.add(exceptions.verdict(name, roundTrip(files.get(at), name, exchange)));
            }
        }
        return verdicts;
    }

    private static Verdict roundTrip(Path file, String name, Exchange exchange) throws IOException {
        var example = Json.read(Files.readAllBytes(file));
        var type = example.path("resourceType").textValue();
        example.put("id", ID);
        var written = exchange.send(Request.updating(type, ID, Json.write(example)));
        if (!written.succeeded()) {
            return Verdict.failed(name, said(written));
        }
        var xml = exchange.send(Request.reading(type + "/" + ID).with("Accept", XML));
        var writtenAgain = exchange.send(
                new Request("PUT", type + "/" + ID, Map.of("Content-Type", XML, "Accept", XML), xml.body()));
        if (!writtenAgain.succeeded()) {
            return Verdict.failed(name, "as XML: " + said(writtenAgain));
        }
        var read = Json.read(exchange.send(Request.reading(type + "/" + ID)).body());
        return Verdict.of(name, plain(read).equals(plain(example)), firstDifference(plain(example), plain(read), ""));
    }

    /** Without what the server itself sets, and with narratives in one of the ways in which XML writes the same. */
    private static ObjectNode plain(ObjectNode resource) {
        var plain = resource.deepCopy();
        writeNarrativesAlike(plain);
        if (plain.get("meta") instanceof ObjectNode meta) {
            meta.remove(List.of("versionId", "lastUpdated"));
            if (meta.isEmpty()) {
                plain.remove("meta");
            }
        }
        return plain;
    }

    private static void writeNarrativesAlike(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("div").isTextual()) {
            object.put("div", asWrittenHere(object.get("div").textValue()));
        }
        node.forEach(ExampleRoundTrip::writeNarrativesAlike);
    }

    /** The same XHTML with the quotation marks, line ends, references and empty elements of one writer. */
    private static String asWrittenHere(String xhtml) {
        try {
            var written = new StringWriter();
            var writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new StreamSource(new StringReader(xhtml)), new StreamResult(written));
            return written.toString();
        } catch (TransformerException notXml) {
            return xhtml;
        }
    }

    private static String firstDifference(JsonNode before, JsonNode after, String path) {
        if (before.equals(after)) {
            return "";
        }
        if (before instanceof ObjectNode object && after.isObject()) {
            return object.properties().stream()
                    .filter(field -> !field.getValue().equals(after.path(field.getKey())))
                    .findFirst()
                    .map(field ->
                            firstDifference(field.getValue(), after.path(field.getKey()), path + "/" + field.getKey()))
                    .orElse(path + ": something was added");
        }
        if (before.isArray() && before.size() == after.size()) {
            for (var at = 0; at < before.size(); at++) {
                if (!before.get(at).equals(after.get(at))) {
                    return firstDifference(before.get(at), after.get(at), path + "/" + at);
                }
            }
        }
        var from = firstDifference(before.toString(), after.toString());
        return "%s, at %d: %s became %s"
                .formatted(path, from, shortened(before.toString(), from), shortened(after.toString(), from));
    }

    private static int firstDifference(String before, String after) {
        var at = Arrays.mismatch(before.toCharArray(), after.toCharArray());
        return Math.max(0, at);
    }

    private static String said(Response answer) {
        return answer.status() + " " + shortened(answer.text(), 0);
    }

    private static String shortened(String text, int from) {
        return text.substring(Math.min(from, text.length()), Math.min(from + SEEN_LENGTH, text.length()));
    }
}
