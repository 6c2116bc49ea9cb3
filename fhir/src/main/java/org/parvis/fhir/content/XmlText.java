package org.parvis.fhir.content;

/** Text made safe for XML. */
final class XmlText {

    private XmlText() {}

    /** Text as it stands between tags. */
    static void escape(String text, StringBuilder to) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                default -> to.append(c);
            }
        }
    }

    /** Text as it stands within double quotes, where a bare line break would become a space (XML 1.0 section 3.3.3). */
    static void escapeAttribute(String text, StringBuilder to) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                case '\n', '\r', '\t' -> to.append("&#").append((int) c).append(';');
                default -> to.append(c);
            }
        }
    }
}
