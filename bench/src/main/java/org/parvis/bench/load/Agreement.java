package org.parvis.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.parvis.bench.corpus.Json;

/** Checks that both servers answer the measured searches with as many resources: a fast wrong answer counts for nothing. */
final class Agreement {
    private static final int QUESTIONS = 5;
    private static final List<Measure> SEARCHES = List.of(
            Measure.IDENTIFIER,
            Measure.PATIENT_AND_CODE,
            Measure.CODE_PAGE,
            Measure.INCLUDE,
            Measure.HAS,
            Measure.CODE_AND_QUANTITY,
            Measure.CHAIN);

    private Agreement() {}

    static void check(Loaded one, Loaded other) throws IOException {
        for (var measure : SEARCHES) {
            var ours = entries(one, measure);
            var theirs = entries(other, measure);
            if (!ours.equals(theirs)) {
                throw new IOException("%s: %s answers with %s resources, %s with %s"
                        .formatted(
                                measure,
                                one.server().brand(),
                                ours,
                                other.server().brand(),
                                theirs));
            }
        }
    }

    private static List<Integer> entries(Loaded loaded, Measure measure) throws IOException {
        var requests = new Requests(loaded.known(), 0, 1);
        var counts = new ArrayList<Integer>();
        try (var connection = loaded.server().connect()) {
            for (var question = 0; question < QUESTIONS; question++) {
                var answer = connection.send(requests.next(measure));
                counts.add(Json.read(answer.body()).path("entry").size());
            }
        }
        return counts;
    }
}
