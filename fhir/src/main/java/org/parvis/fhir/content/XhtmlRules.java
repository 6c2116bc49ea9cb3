package org.parvis.fhir.content;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which XHTML a narrative may hold: formatting, links and images, nothing that acts (R4 narrative.html, txt-1). */
final class XhtmlRules {

    static final String NAMESPACE = "http://www.w3.org/1999/xhtml";

    private static final Set<String> ELEMENTS = Set.of(
            "a abbr acronym b big blockquote br caption cite code col colgroup dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr"
                    .concat(
                            " i img ins kbd li ol p pre q s samp small span strong strike sub sup table tbody td tfoot th thead tr tt u ul var")
                    .split(" "));
    private static final Set<String> LINKS = Set.of("href", "src", "cite", "longdesc", "background");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "sms", "ftp", "urn", "cid");
    private static final Set<String> ENTITIES = Set.of("amp", "lt", "gt", "quot", "apos");

    private XhtmlRules() {}

    static @Nullable String element(String name) {
        return ELEMENTS.contains(name) ? null : "may not hold the element <" + name + ">";
    }

    /** @param value the text of the attribute, its entities resolved */
    static @Nullable String attribute(String name, String value) {
        if (name.equals("xmlns")) {
            return value.equals(NAMESPACE) ? null : "is in the namespace " + value + ", not in that of XHTML";
        }
        if (name.startsWith("on") || (name.indexOf(':') >= 0 && !name.startsWith("xml:"))) {
            return "may not hold the attribute " + name;
        }
        if (LINKS.contains(name) && !isHarmless(value) && !(name.equals("src") && isImage(value))) {
            return "may not hold the address " + value;
        }
        return null;
    }

    /** Whether an entity is one of those of XML itself: HTML's names, such as nbsp, are not known in FHIR. */
    static boolean isEntity(String name) {
        return ENTITIES.contains(name) || character(name) > 0;
    }

    /** The text with the five entities and the numbered characters resolved. */
    static String resolved(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        var resolved = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            int end = text.charAt(at) == '&' ? text.indexOf(';', at) : -1;
            if (end < 0) {
                resolved.append(text.charAt(at));
            } else {
                resolved.appendCodePoint(codePoint(text.substring(at + 1, end)));
                at = end;
            }
        }
        return resolved.toString();
    }

    private static int codePoint(String entity) {
        return switch (entity) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> Math.max(character(entity), 0);
        };
    }

    /** The character of #169 or #xA9, or -1. */
    private static int character(String entity) {
        boolean hexadecimal = entity.startsWith("#x");
        String digits = entity.substring(hexadecimal ? 2 : Math.min(1, entity.length()));
        boolean numbered = entity.startsWith("#") && !digits.isEmpty() && digits.length() < 8;
        if (!numbered || !digits.chars().allMatch(c -> Character.digit(c, hexadecimal ? 16 : 10) >= 0 && c < 128)) {
            return -1;
        }
        int character = Integer.parseInt(digits, hexadecimal ? 16 : 10);
        boolean control = character < ' ' && character != '\t' && character != '\n' && character != '\r';
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return control || half || !Character.isValidCodePoint(character) ? -1 : character;
    }

    private static boolean isHarmless(String address) {
        String start = address.strip().toLowerCase(Locale.ROOT);
        int colon = start.indexOf(':');
        if (colon < 0 || start.chars().limit(colon).anyMatch(c -> c == '/' || c == '?' || c == '#')) {
            return true;
        }
        return SCHEMES.contains(start.substring(0, colon));
    }

    // The type may stand after a space (https://fetch.spec.whatwg.org, data: URL processor).
    private static boolean isImage(String address) {
        String start = address.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("data:")
                && start.substring("data:".length()).strip().startsWith("image/");
    }
}
