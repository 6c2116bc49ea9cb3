package org.parvis.fhir.content;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What R4 asks of each primitive type that is text (R4 datatypes.html#primitive). */
final class TextRules {

    /** R4: "strings SHALL NOT exceed 1MB in size". */
    private static final int LONGEST_STRING = 1024 * 1024;

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_PLAIN_WORD = 1_000;
    // Possessive, so that a long text cannot exhaust the stack.
    private static final Pattern OID = Pattern.compile("urn:oid:[0-2](?:\\.(?:0|[1-9][0-9]*+))++");
    private static final Pattern UUID =
            Pattern.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private TextRules() {}

    static @Nullable String string(String text) {
        if (text.isEmpty()) {
            return "is empty";
        }
        if (text.length() > LONGEST_STRING) {
            return "is longer than a string of 1 MB";
        }
        return characters(text);
    }

    /** Refuses what neither XML nor UTF-8 can carry: control characters and halves of characters. */
    static @Nullable String characters(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= ' ' && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return "holds the control character U+%04X".formatted((int) c);
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    return "holds half of a character, U+%04X".formatted((int) c);
                }
                at++;
            }
        }
        return null;
    }

    static @Nullable String uri(String text) {
        if (isPlainWord(text)) {
            return null;
        }
        boolean white = text.chars().anyMatch(Character::isWhitespace);
        return white ? "is not a URI: it holds white space" : string(text);
    }

    static @Nullable String code(String text) {
        if (isPlainWord(text)) {
            return null;
        }
        if (text.isEmpty()) {
            return "is empty";
        }
        boolean gap = true;
        for (int at = 0; at < text.length(); at++) {
            boolean white = Character.isWhitespace(text.charAt(at));
            if (white && gap) {
                return "is not a code: white space stands at its start or doubled";
            }
            gap = white;
        }
        return gap ? "is not a code: white space stands at its end" : string(text);
    }

    /** Nearly all codes and URIs are one short word of printable ASCII, which breaks no rule. */
    private static boolean isPlainWord(String text) {
        if (text.isEmpty() || text.length() > LONGEST_PLAIN_WORD) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    static @Nullable String id(String text) {
        if (isId(text, 0, text.length())) {
            return null;
        }
        return "is not an id: 1 to 64 letters of A-Z, a-z, digits, hyphens and points";
    }

    /** Whether a part of a text is a FHIR id. */
    static boolean isId(String text, int from, int to) {
        if (to - from < 1 || to - from > LONGEST_ID) {
            return false;
        }
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            boolean fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!fits && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    static @Nullable String oid(String text) {
        return OID.matcher(text).matches() ? null : "is not an OID of the form urn:oid:1.2.3";
    }

    static @Nullable String uuid(String text) {
        return UUID.matcher(text).matches()
                ? null
                : "is not a UUID of the form urn:uuid:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    }

    static @Nullable String base64(String text) {
        int symbols = 0;
        int padding = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            if (c == '=') {
                padding++;
            } else if (padding > 0 || !isBase64(c)) {
                return "is not base64";
            }
            symbols++;
        }
        return symbols > 0 && symbols % 4 == 0 && padding <= 2 ? null : "is not base64: its length is wrong";
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
