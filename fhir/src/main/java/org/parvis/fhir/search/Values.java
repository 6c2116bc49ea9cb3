package org.parvis.fhir.search;

import java.util.ArrayList;
import java.util.List;

/** Searched values taken apart at `,` `|` and `$`, each of which a backslash escapes (R4 search.html, 3.1.1.4.1). */
final class Values {

    private Values() {}

    /** The parts between the separator, still escaped. */
    static List<String> split(String value, char separator) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == separator) {
                parts.add(value.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(value.substring(from));
        return parts;
    }

    /** The text itself, without its escapes. */
    static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        var text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\' && i + 1 < value.length()) {
                i++;
            }
            text.append(value.charAt(i));
        }
        return text.toString();
    }
}
