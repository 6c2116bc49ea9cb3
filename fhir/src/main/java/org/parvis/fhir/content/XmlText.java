package org.parvis.fhir.content;

/** Text made safe between tags and within double quotes. */
final class XmlText {

    private XmlText() {}

    static void escape(String text, StringBuilder to) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '"' -> to.append("&quot;");
                default -> to.append(c);
            }
        }
    }

    /** The same for an attribute, where a reader would turn a line break into a space (XML 1.0 section 3.3.3). */
    static void escapeAttribute(String text, StringBuilder to) {
        int start = to.length();
        escape(text, to);
        for (int at = to.length() - 1; at >= start; at--) {
            char c = to.charAt(at);
            if (c == '\n' || c == '\r' || c == '\t') {
                to.replace(at, at + 1, "&#" + (int) c + ";");
            }
        }
    }
}
