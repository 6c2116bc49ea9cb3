package org.parvis.bench.suite;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.hl7.fhir.r4.model.Resource;
import org.parvis.bench.http.Exchange;
import org.parvis.bench.http.Request;
import org.parvis.bench.http.Response;
import org.w3c.dom.Element;

/** HL7's cases of FHIRPath Patch: each input as a resource, patched over HTTP, compared with the output given. */
public final class PatchCases implements Suite {
    private static final String TABLE = "patch/fhir-patch-tests.xml";
    private static final int UNPROCESSABLE = 422;
    private static final String XML = "application/fhir+xml";

    private final IParser parser = FhirContext.forR4Cached().newXmlParser();

    @Override
    public String name() {
        return "HL7's FHIRPath Patch cases";
    }

    @Override
    public List<Verdict> run(Exchange exchange, int everyNth) throws IOException {
        var verdicts = new ArrayList<Verdict>();
        var cases = SuiteFiles.elements(TABLE, "case");
        for (var at = 0; at < cases.size(); at += everyNth) {
            verdicts.add(patch(exchange, "patch-case-" + at, cases.get(at)));
        }
        return verdicts;
    }

    private Verdict patch(Exchange exchange, String id, Element one) throws IOException {
        var input = resource(one, "input");
        input.setId(id);
        var location = input.fhirType() + "/" + id;
        exchange.send(write("PUT", location, input));
        var patched = exchange.send(write("PATCH", location, resource(one, "diff")));
        var name = one.getAttribute("name");
        if (one.getElementsByTagName("output").getLength() == 0) {
            // What has no output is to be refused.
            return Verdict.of(name, patched.status() == UNPROCESSABLE, patched.status() + " " + patched.text());
        }
        if (!patched.succeeded()) {
            return Verdict.failed(name, patched.status() + " " + patched.text());
        }
        return compare(name, exchange.send(Request.reading(location).with("Accept", XML)), resource(one, "output"), id);
    }

    private Verdict compare(String name, Response answer, Resource expected, String id) {
        var read = (Resource) parser.parseResource(answer.text());
        read.setMeta(null);
        read.setId(id);
        expected.setId(id);
        return Verdict.of(name, read.equalsDeep(expected), parser.encodeResourceToString(read));
    }

    private Request write(String method, String target, Resource body) {
        var bytes = parser.encodeResourceToString(body).getBytes(StandardCharsets.UTF_8);
        return new Request(method, target, Map.of("Content-Type", XML, "Accept", XML), bytes);
    }

    private Resource resource(Element one, String part) throws IOException {
        var nodes =
                ((Element) one.getElementsByTagName(part).item(0)).getElementsByTagNameNS("http://hl7.org/fhir", "*");
        var text = new StringWriter();
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(nodes.item(0)), new StreamResult(text));
        } catch (TransformerException fault) {
            throw new IOException(fault);
        }
        return (Resource) parser.parseResource(text.toString());
    }
}
