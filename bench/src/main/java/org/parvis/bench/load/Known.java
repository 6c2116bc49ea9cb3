package org.parvis.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;
import org.parvis.bench.server.Server;

/** A patient whom a server holds, by the ids that this server gave. */
record Known(Facts facts, String patient, List<String> observations) {

    Known {
        observations = List.copyOf(observations);
    }

    /** Finds, on one server, the patients of whom these facts tell, in the same order. */
    static List<Known> on(Server server, List<Facts> facts) throws IOException {
        try (var connection = server.connect()) {
            var known = new ArrayList<Known>();
            for (var one : facts) {
                var token = one.identifier().token().replace("|", "%7C");
                var patient = ids(connection, "Patient?identifier=" + token).getFirst();
                known.add(new Known(one, patient, ids(connection, "Observation?_count=100&patient=" + patient)));
            }
            return known;
        }
    }

    private static List<String> ids(Connection connection, String search) throws IOException {
        var ids = new ArrayList<String>();
        for (var entry :
                Json.read(connection.send(Request.reading(search)).body()).path("entry")) {
            ids.add(entry.at("/resource/id").asText());
        }
        return ids;
    }
}
