package org.parvis.bench.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.http.Connection;
import org.parvis.bench.http.Request;
import org.parvis.bench.http.Response;

/** Asks one server, and follows its page links to the end. */
final class Reader {
    private static final int REASON_LENGTH = 200;

    private final Connection connection;

    Reader(Connection connection) {
        this.connection = connection;
    }

    Answer ask(Request request) throws IOException {
        var matches = new ArrayList<String>();
        var included = new LinkedHashSet<String>();
        var total = OptionalInt.empty();
        var next = Optional.of(request);
        while (next.isPresent()) {
            var response = connection.send(next.get());
            if (!response.succeeded()) {
                return refused(response);
            }
            var bundle = Json.read(response.body());
            total = bundle.has("total") ? OptionalInt.of(bundle.get("total").intValue()) : total;
            collect(bundle, matches, included);
            next = link(bundle);
        }
        return new Answer.Found(matches, included, total);
    }

    private static void collect(JsonNode bundle, List<String> matches, Set<String> included) {
        for (var entry : bundle.path("entry")) {
            var resource = entry.path("resource");
            var location = resource.path("resourceType").textValue() + "/"
                    + resource.path("id").textValue();
            switch (entry.path("search").path("mode").asText("match")) {
                case "include" -> included.add(location);
                case "outcome" -> {}
                default -> matches.add(location);
            }
        }
    }

    private static Optional<Request> link(JsonNode bundle) {
        for (var link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return Optional.of(Request.reading(link.path("url").asText()));
            }
        }
        return Optional.empty();
    }

    private static Answer refused(Response response) {
        var text = response.text();
        var isOutcome = text.startsWith("{") && text.contains("OperationOutcome");
        var reason = isOutcome ? Json.read(text).at("/issue/0/diagnostics").asText() : text;
        return new Answer.Refused(response.status(), reason.substring(0, Math.min(REASON_LENGTH, reason.length())));
    }
}
