package org.parvis.fhir.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * FHIR XML bodies, read into the same tree as JSON and written back (R4 xml.html).
 * Document type definitions are refused, so that no entity expands. Safe for use by many threads.
 */
public final class XmlBodies {

    private final Structures structures;
    private final Limits limits;

    public XmlBodies(Structures structures, Limits limits) {
        this.structures = structures;
        this.limits = limits;
    }

    /** Reads a resource; what is not FHIR XML is refused with its line and column. */
    public ObjectNode read(byte[] body) {
        limits.checkSize(body);
        int start = BodyCharset.start(body);
        try {
            var bytes = new ByteArrayInputStream(body, start, body.length - start);
            XMLStreamReader xml = factory().createXMLStreamReader(bytes, "UTF-8");
            ObjectNode resource = new XmlReading(xml, structures, limits).document();
            limits.checkEntries(resource);
            return resource;
        } catch (XMLStreamException malformed) {
            throw XmlReading.malformed(malformed);
        }
    }

    /** Writes a resource that passed the structure check. */
    public byte[] write(ObjectNode resource) {
        return new XmlWriting(structures, false).document(resource);
    }

    /** Writes a resource that passed the structure check, indented for people. */
    public byte[] writePretty(ObjectNode resource) {
        return new XmlWriting(structures, true).document(resource);
    }

    /** A factory for one body: the JDK's holds on to the last reader that it made, and with it to the whole body. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
