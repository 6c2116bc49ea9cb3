package org.parvis.web;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which other sites a page may stand in, which may stand in it, and to which its forms may lead; beside this one, none.
 *
 * @param ancestors origins whose pages may show this one in a frame
 * @param frames origins whose pages this one may show in a frame
 * @param destinations origins to which its forms may lead in the end
 */
public record Framing(List<String> ancestors, List<String> frames, List<String> destinations) {

    /** The rule for pages: they stand alone. */
    public static final Framing NONE = new Framing(List.of(), List.of(), List.of());

    /** A site as the content policy names it; anything more could add to the policy. */
    private static final Pattern ORIGIN = Pattern.compile("https://[a-z0-9.-]+(:\\d+)?|http://localhost(:\\d+)?");

    public Framing {
        ancestors = checked(ancestors);
        frames = checked(frames);
        destinations = checked(destinations);
    }

    /** The rule for a page that stands alone, in or with frames. */
    public Framing(List<String> ancestors, List<String> frames) {
        this(ancestors, frames, List.of());
    }

    /** The rule for a page whose forms lead to other sites. */
    public static Framing leadingTo(List<String> destinations) {
        return new Framing(List.of(), List.of(), destinations);
    }

    String policy() {
        return "default-src 'self'; img-src 'self' data:; frame-src %s; frame-ancestors %s; form-action %s; base-uri 'none'"
                .formatted(sources(frames), sources(ancestors), String.join(" ", forms()));
    }

    private List<String> forms() {
        return Stream.concat(Stream.of("'self'"), destinations.stream()).toList();
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
