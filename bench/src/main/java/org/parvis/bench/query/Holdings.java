package org.parvis.bench.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBase;
import org.parvis.bench.corpus.Corpus;

/** Draws resources of the corpus with the values that they can be found by. */
final class Holdings {
    private final Corpus corpus;
    private final Finder finder;
    private final Parameters parameters = Parameters.ofR4();
    private final Map<String, List<String>> byType;
    private final List<String> types;
    private final Map<String, Holding> known = new HashMap<>();

    /** Only types whose every standard parameter Parvis indexes are drawn. */
    Holdings(Corpus corpus, Set<String> inScope) throws IOException {
        this.corpus = corpus;
        this.finder = new Finder(corpus);
        this.byType = corpus.locationsByType(inScope);
        this.types = List.copyOf(byType.keySet());
    }

    Holding any(Random random) {
        return anyOf(types.get(random.nextInt(types.size())), random);
    }

    Holding anyOf(String type, Random random) {
        var locations = byType.getOrDefault(type, List.of());
        return at(locations.get(random.nextInt(locations.size())));
    }

    Holding at(String location) {
        var holding = known.get(location);
        if (holding == null) {
            holding = hold(location);
            known.put(location, holding);
        }
        return holding;
    }

    boolean inScope(String type) {
        return byType.containsKey(type);
    }

    List<String> types() {
        return types;
    }

    List<Parameter> parameters(String type) {
        return parameters.of(type);
    }

    Finder finder() {
        return finder;
    }

    Corpus corpus() {
        return corpus;
    }

    private Holding hold(String location) {
        var slash = location.indexOf('/');
        var type = location.substring(0, slash);
        var values = new LinkedHashMap<Parameter, List<IBase>>();
        for (var parameter : parameters.of(type)) {
            var found = isCommonAndSetByServer(parameter)
                    ? List.<IBase>of()
                    : new ArrayList<>(finder.values(location, parameter));
            if (!found.isEmpty()) {
                values.put(parameter, List.copyOf(found));
            }
        }
        return new Holding(type, location.substring(slash + 1), values);
    }

    private static boolean isCommonAndSetByServer(Parameter parameter) {
        return parameter.code().equals("_lastUpdated");
    }
}
