package org.parvis.fhir.content;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ResourceType;
import org.jspecify.annotations.Nullable;

/** What a literal reference may look like (R4 references.html#literal). */
final class ReferenceRules {

    private static final String HISTORY = "/_history/";
    private static final Set<String> TYPES =
            Stream.of(ResourceType.values()).map(ResourceType::name).collect(Collectors.toUnmodifiableSet());

    private ReferenceRules() {}

    static @Nullable String reference(String text) {
        String fault = TextRules.uri(text);
        if (fault != null || text.charAt(0) == '#' || isAbsolute(text)) {
            return fault;
        }
        int end = endOfType(text);
        if (!TYPES.contains(text.substring(0, end))) {
            return "is neither Type/id, an absolute URL nor #id";
        }
        // In a transaction, a search stands for the one resource it finds (R4 http.html#trules).
        boolean conditional = end < text.length() && text.charAt(end) == '?';
        return conditional || isIdWithVersion(text, end + 1) ? null : "does not name its resource by a valid id";
    }

    private static int endOfType(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '?') {
            end++;
        }
        return end;
    }

    private static boolean isIdWithVersion(String text, int from) {
        int history = text.indexOf(HISTORY, from);
        if (history < 0) {
            return TextRules.isId(text, from, text.length());
        }
        return TextRules.isId(text, from, history) && TextRules.isId(text, history + HISTORY.length(), text.length());
    }

    /** Whether a URI scheme comes first (RFC 3986 section 3.1). */
    private static boolean isAbsolute(String text) {
        int colon = text.indexOf(':');
        for (int at = 0; at < colon; at++) {
            char c = text.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && (at == 0 || !other)) {
                return false;
            }
        }
        return colon > 0 && colon + 1 < text.length();
    }
}
