package org.parvis.bench.corpus;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Published examples refer to resources that were never published: those references are led to another server. */
record DeadReferences(Set<String> locations) implements UnaryOperator<String> {
    private static final String ELSEWHERE = "http://other.example.org/fhir/";
    private static final Pattern RELATIVE = Pattern.compile("([A-Z][A-Za-z]+/[A-Za-z0-9\\-.]{1,64})(/_history/.*)?");
    private static final Pattern ABSOLUTE = Pattern.compile("https?://.*/([A-Z][A-Za-z]+)/[A-Za-z0-9\\-.]{1,64}");
    private static final Set<String> TYPES = FhirContext.forR4Cached().getResourceTypes();

    @Override
    public String apply(String reference) {
        var relative = RELATIVE.matcher(reference);
        if (relative.matches()) {
            return locations.contains(relative.group(1)) ? reference : ELSEWHERE + reference;
        }
        return isWellFormed(reference) ? reference : ELSEWHERE + "Basic/unknown";
    }

    private static boolean isWellFormed(String reference) {
        var absolute = ABSOLUTE.matcher(reference);
        return absolute.matches()
                ? TYPES.contains(absolute.group(1))
                : reference.startsWith("#") || reference.startsWith("urn:") || reference.startsWith("http");
    }
}
