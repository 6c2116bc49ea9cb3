package org.parvis.bench.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Reference;

/** What one resource of the corpus can be found by: its parameters that have values, with those values. */
record Holding(String type, String id, Map<Parameter, List<IBase>> values) {
    private static final Pattern RELATIVE = Pattern.compile("([A-Z][A-Za-z]+/[A-Za-z0-9\\-.]{1,64})(/_history/.*)?");

    /** A reference from this resource to another one of the corpus, and the parameter that it is found by. */
    record Link(Parameter parameter, String target) {
        String targetType() {
            return target.substring(0, target.indexOf('/'));
        }
    }

    Holding {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Optional<Parameter> anyParameter(Random random) {
        var parameters = List.copyOf(values.keySet());
        return parameters.isEmpty() ? Optional.empty() : Optional.of(parameters.get(random.nextInt(parameters.size())));
    }

    IBase anyValue(Parameter parameter, Random random) {
        var found = values.getOrDefault(parameter, List.of());
        return found.get(random.nextInt(found.size()));
    }

    List<Link> links() {
        var links = new ArrayList<Link>();
        values.forEach((parameter, found) -> found.forEach(value -> {
            if (value instanceof Reference reference && reference.hasReference()) {
                var relative = RELATIVE.matcher(reference.getReference());
                if (relative.matches()) {
                    links.add(new Link(parameter, relative.group(1)));
                }
            }
        }));
        return links;
    }
}
