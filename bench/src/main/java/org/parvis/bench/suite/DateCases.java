package org.parvis.bench.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.http.Exchange;
import org.parvis.bench.http.Request;

/** HAPI's table of dates and searches: each date as an Observation, each search with the answer that the table gives. */
public final class DateCases implements Suite {
    private static final String TABLE = "/ca/uhn/fhir/jpa/conformance/DateSearchTestCase.csv";

    @Override
    public String name() {
        return "HAPI's date search cases";
    }

    @Override
    public List<Verdict> run(Exchange exchange, int everyNth) throws IOException {
        var verdicts = new ArrayList<Verdict>();
        var rows = rows();
        for (var at = 0; at < rows.size(); at += everyNth) {
            verdicts.add(ask(exchange, "date-case-" + at, rows.get(at).split(",", 4)));
        }
        return verdicts;
    }

    private static List<String> rows() throws IOException {
        try (var in = DateCases.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IOException(TABLE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static Verdict ask(Exchange exchange, String id, String[] row) throws IOException {
        var date = withZone(row[0].strip());
        var search = row[1].strip();
        var expected = Boolean.parseBoolean(row[2].strip());
        var name = "%s, searched by %s, is found: %s".formatted(date, search, expected);
        var written = exchange.send(Request.updating("Observation", id, observation(id, date)));
        if (!written.succeeded()) {
            return Verdict.failed(name, written.text());
        }
        var target = "Observation?_id=" + id + "&date=" + search.replace("+", "%2B");
        var found = Json.read(exchange.send(Request.reading(target)).body())
                        .path("entry")
                        .size()
                == 1;
        return Verdict.of(name, found == expected, "found: " + found);
    }

    /** The table leaves the zone out, which R4 datatypes.html#dateTime does not allow beside a time. */
    private static String withZone(String date) {
        return date.contains("T") && !date.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? date + "Z" : date;
    }

    private static byte[] observation(String id, String date) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final","code":{"text":"date"},"effectiveDateTime":"%s"}""".formatted(id, date).getBytes(StandardCharsets.UTF_8);
    }
}
