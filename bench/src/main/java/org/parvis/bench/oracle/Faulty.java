package org.parvis.bench.oracle;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.parvis.bench.query.Query;

/** A side with three planted faults, by which the comparison itself is proved: it must find each of them. */
record Faulty(Asker sound) implements Asker {

    @Override
    public Answer ask(Query query) throws IOException {
        return switch (sound.ask(withWiderPrefix(query))) {
            case Answer.Found found -> withoutSomeMatches(query, withoutIncludes(query, found));
            case Answer.Refused refused -> refused;
        };
    }

    /** Reads "greater than" as "greater or equal". */
    private static Query withWiderPrefix(Query query) {
        var wider = query.parameters().stream()
                .map(parameter -> parameter.replaceFirst("=gt(?=[0-9])", "=ge"))
                .toList();
        return new Query(query.path(), wider, query.asForm(), query.kind(), query.sort());
    }

    /** Loses the last match of a search on several words of text. */
    private static Answer.Found withoutSomeMatches(Query query, Answer.Found found) {
        var lossy = query.kind().contains(":contains") && !found.matches().isEmpty();
        List<String> kept = lossy ? found.matches().subList(0, found.matches().size() - 1) : found.matches();
        return new Answer.Found(kept, found.included(), found.total());
    }

    private static Answer.Found withoutIncludes(Query query, Answer.Found found) {
        var included = new HashSet<>(found.included());
        if (query.kind().equals("_include:iterate")) {
            included.clear();
        }
        return new Answer.Found(found.matches(), included, found.total());
    }
}
