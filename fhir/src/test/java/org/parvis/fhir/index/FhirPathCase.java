package org.parvis.fhir.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.parvis.fhir.content.Examples;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.content.Structures;
import org.parvis.fhir.content.XmlBodies;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * One case of HL7's FHIRPath suite: an expression, the file it is asked of, and what it must give.
 *
 * @param predicate only whether there is anything is asked
 */
record FhirPathCase(String name, String expression, String input, boolean predicate, List<FhirPathOutput> outputs) {

    private static final JsonBodies JSON = new JsonBodies(Limits.standard());
    private static final XmlBodies XML = new XmlBodies(new Structures(IndexFixtures.R4), Limits.standard());

    static List<FhirPathCase> all() throws Exception {
        var suite = new InputSource(new StringReader(Examples.hl7("fhirpath/tests-fhir-r4.xml")));
        var tests =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(suite);
        return elements(tests.getElementsByTagName("test"))
                .map(FhirPathCase::of)
                .toList();
    }

    /** The resource it is asked of; some cases need none. */
    ObjectNode resource() {
        if (input.isEmpty()) {
            return IndexFixtures.json("{\"resourceType\":\"Patient\"}");
        }
        var body = Examples.hl7(input).getBytes(UTF_8);
        return input.endsWith(".xml") ? XML.read(body) : JSON.read(body);
    }

    @Override
    public String toString() {
        return name + ": " + expression;
    }

    private static FhirPathCase of(Element test) {
        var expression = (Element) test.getElementsByTagName("expression").item(0);
        return new FhirPathCase(
                test.getAttribute("name"),
                expression.getTextContent().strip(),
                test.getAttribute("inputfile"),
                test.getAttribute("predicate").equals("true"),
                elements(test.getElementsByTagName("output"))
                        .map(output -> FhirPathOutput.expected(output.getAttribute("type"), output.getTextContent()))
                        .toList());
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(at -> (Element) nodes.item(at));
    }
}
