package org.parvis.fhir.content;

import org.parvis.fhir.outcome.Refusal;

/** FHIR bodies are UTF-8 (R4 http.html#mime-type); a leading mark is passed over, as RFC 8259 section 8.1 allows. */
final class BodyCharset {

    private BodyCharset() {}

    /** Index of the first byte after a UTF-8 mark. Refuses other charsets and broken characters. */
    static int start(byte[] body) {
        if (startsLikeUtf16(body)) {
            throw Refusal.invalid("The body is UTF-16 or UTF-32; FHIR is exchanged as UTF-8.", null);
        }
        int start = startsWith(body, 0xef, 0xbb, 0xbf) ? 3 : 0;
        int invalid = Utf8.firstInvalid(body, start);
        if (invalid >= 0) {
            throw Refusal.invalid(
                    "The body is not UTF-8: byte 0x%02x at %s."
                            .formatted(body[invalid], BodyPlace.lineAndColumn(body, invalid)),
                    null);
        }
        return start;
    }

    private static boolean startsLikeUtf16(byte[] body) {
        boolean mark = startsWith(body, 0xfe, 0xff) || startsWith(body, 0xff, 0xfe);
        boolean zeroAmongFirstTwo = body.length > 1 && (body[0] == 0 || body[1] == 0);
        return mark || zeroAmongFirstTwo;
    }

    private static boolean startsWith(byte[] body, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= body.length || (body[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
