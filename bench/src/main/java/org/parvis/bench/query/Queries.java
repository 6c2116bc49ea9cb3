package org.parvis.bench.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.parvis.bench.corpus.Corpus;

/** A given number of different searches, made from a seed: the same seed and corpus give the same searches. */
public final class Queries {
    private final Holdings holdings;
    private final List<Scenario> scenarios;
    private final Random random;

    /** Moments are the instants between which the corpus was loaded, in the form of a FHIR dateTime. */
    public Queries(Corpus corpus, Set<String> inScope, long seed, List<String> moments) throws IOException {
        this.random = new Random(seed);
        this.holdings = new Holdings(corpus, inScope);
        this.scenarios = new Scenarios(holdings, random, moments).weighted();
    }

    public List<Query> made(int count) {
        var made = new LinkedHashMap<String, Query>();
        while (made.size() < count) {
            var scenario = scenarios.get(random.nextInt(scenarios.size()));
            scenario.from(holdings.any(random)).ifPresent(query -> made.putIfAbsent(query.toString(), query));
        }
        return new ArrayList<>(made.values());
    }
}
