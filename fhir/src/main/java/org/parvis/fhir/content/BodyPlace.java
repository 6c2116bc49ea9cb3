package org.parvis.fhir.content;

import com.fasterxml.jackson.core.JsonStreamContext;

/** Where in a body something is, for a person: the line, the column and the path. */
final class BodyPlace {

    private BodyPlace() {}

    /** Line and column of a byte, both from 1; a column is a character, not a byte. */
    static String lineAndColumn(byte[] body, long offset) {
        int end = Math.clamp(offset, 0, body.length);
        int line = 1;
        int column = 1;
        for (int at = 0; at < end; at++) {
            if (body[at] == '\n') {
                line++;
                column = 1;
            } else if ((body[at] & 0xc0) != 0x80) {
                column++;
            }
        }
        return "line " + line + ", column " + column;
    }

    /** The path of a reading position below a root: {@code Patient.name[0].family}. */
    static String expression(JsonStreamContext context, String root) {
        if (context.inRoot() || context.getParent() == null) {
            return root;
        }
        String parent = expression(context.getParent(), root);
        if (context.inArray()) {
            return context.hasCurrentIndex() ? parent + "[" + context.getCurrentIndex() + "]" : parent;
        }
        return context.hasCurrentName() ? parent + "." + context.getCurrentName() : parent;
    }
}
