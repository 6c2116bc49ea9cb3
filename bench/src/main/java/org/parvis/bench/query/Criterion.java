package org.parvis.bench.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One condition of a search: a name with its modifier or chain, a value with its escapes, and the form it was made in. */
record Criterion(String name, String value, String form) {

    /** The same condition asked of the resource that a reference leads to: R4 search.html#chaining. */
    Criterion chained(String reference, String targetType) {
        return new Criterion(reference + ":" + targetType + "." + name, value, "chain > " + form);
    }

    /** The same chain without naming the type of its target, where a reference has only one. */
    Criterion chained(String reference) {
        return new Criterion(reference + "." + name, value, "chain > " + form);
    }

    /** The same condition asked of the resources that refer to the one searched: R4 search.html#has. */
    Criterion reversed(String fromType, String reference) {
        return new Criterion("_has:" + fromType + ":" + reference + ":" + name, value, "_has > " + form);
    }

    String encoded() {
        return name + "=" + encode(value);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%3A", ":")
                .replace("%2F", "/");
    }

    /** R4 search.html#escaping. */
    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace("$", "\\$")
                .replace("|", "\\|");
    }
}
