package org.parvis.web;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which other sites a page may stand in, and which may stand in it; beside this one, none.
 *
 * @param ancestors origins whose pages may show this one in a frame
 * @param frames origins whose pages this one may show in a frame
 */
public record Framing(List<String> ancestors, List<String> frames) {

    /** The rule for pages: they stand alone. */
    public static final Framing NONE = new Framing(List.of(), List.of());

    /** A site as the content policy names it; anything more could add to the policy. */
    private static final Pattern ORIGIN = Pattern.compile("https://[a-z0-9.-]+(:\\d+)?|http://localhost(:\\d+)?");

    public Framing {
        ancestors = checked(ancestors);
        frames = checked(frames);
    }

    String policy() {
        return "default-src 'self'; img-src 'self' data:; frame-src %s; frame-ancestors %s; form-action 'self'; base-uri 'none'"
                .formatted(sources(frames), sources(ancestors));
    }

    private static String sources(List<String> origins) {
        return origins.isEmpty() ? "'none'" : String.join(" ", origins);
    }

    private static List<String> checked(Collection<String> origins) {
        for (var origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "'%s' is no site: write https://name, without a path".formatted(origin));
            }
        }
        return List.copyOf(origins);
    }
}
