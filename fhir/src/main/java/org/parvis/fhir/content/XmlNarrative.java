package org.parvis.fhir.content;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.parvis.fhir.outcome.Refusal;

/** The div of a narrative in an XML body, as the text that FHIR JSON holds. */
final class XmlNarrative {

    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "col");

    private final XMLStreamReader xml;
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();

    XmlNarrative(XMLStreamReader xml, Limits limits) {
        this.xml = xml;
        this.limits = limits;
    }

    /** Reads from the start tag of the div to its end tag. */
    String read() throws XMLStreamException {
        int depth = 1;
        startTag(" xmlns=\"" + XhtmlRules.NAMESPACE + "\"");
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    startTag("");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    endTag();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    XmlText.escape(xml.getText(), text);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("The entity is not one of XML itself");
                default -> {} // Comments and processing instructions say nothing to the reader.
            }
            if (depth > limits.depth()) {
                throw refused("The narrative is nested deeper than " + limits.depth());
            }
        }
        return text.toString();
    }

    private void startTag(String namespace) {
        if (!XhtmlRules.NAMESPACE.equals(xml.getNamespaceURI())) {
            throw refused("The element " + xml.getLocalName() + " of a narrative is not XHTML");
        }
        text.append('<').append(xml.getLocalName()).append(namespace);
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            String prefix = xml.getAttributePrefix(at);
            text.append(' ').append(prefix.isEmpty() ? "" : prefix + ":").append(xml.getAttributeLocalName(at));
            text.append("=\"");
            XmlText.escapeAttribute(xml.getAttributeValue(at), text);
            text.append('"');
        }
        text.append(EMPTY.contains(xml.getLocalName()) ? "/>" : ">");
    }

    private void endTag() {
        if (!EMPTY.contains(xml.getLocalName())) {
            text.append("</").append(xml.getLocalName()).append('>');
        }
    }

    private Refusal refused(String what) {
        var place = xml.getLocation();
        return Refusal.invalid(
                what + " (line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ").", null);
    }
}
