package org.parvis.bench.suite;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** HL7's test cases of R4, from their archive on the class path. */
final class SuiteFiles {
    private static final String FOLDER = "/org/hl7/fhir/testcases/r4/";

    private SuiteFiles() {}

    static byte[] read(String path) throws IOException {
        try (var in = open(path)) {
            return in.readAllBytes();
        }
    }

    /** The elements of this name in an XML file. */
    static List<Element> elements(String path, String name) throws IOException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (var in = open(path)) {
            return elements(factory.newDocumentBuilder().parse(in).getElementsByTagName(name))
                    .toList();
        } catch (ParserConfigurationException | SAXException fault) {
            throw new IOException(fault);
        }
    }

    static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(at -> (Element) nodes.item(at));
    }

    private static InputStream open(String path) throws IOException {
        var in = SuiteFiles.class.getResourceAsStream(FOLDER + path);
        if (in == null) {
            throw new IOException(FOLDER + path + " is not on the class path");
        }
        return in;
    }
}
