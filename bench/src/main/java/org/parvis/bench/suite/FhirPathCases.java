package org.parvis.bench.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.parvis.bench.corpus.Json;
import org.parvis.bench.http.Exchange;
import org.parvis.bench.http.Request;

/** HL7's FHIRPath cases, each posted as a search parameter by whose values its input must then be found. */
public final class FhirPathCases implements Suite {
    private static final String SUITE = "fhirpath/tests-fhir-r4.xml";

    /** Posted together, since a server looks only now and then for parameters to index by. */
    private static final int TOGETHER = 50;

    private static final int TRIES = 400;

    private final FhirPathInputs inputs = new FhirPathInputs();

    @Override
    public String name() {
        return "HL7's FHIRPath cases that a search can tell";
    }

    @Override
    public List<Verdict> run(Exchange exchange, int everyNth) throws IOException {
        var exceptions = Exceptions.read("fhirpath-exceptions.txt");
        var cases = chosen(everyNth);
        var verdicts = new ArrayList<Verdict>();
        for (var from = 0; from < cases.size(); from += TOGETHER) {
            var some = cases.subList(from, Math.min(from + TOGETHER, cases.size()));
            var posted = posted(some, exchange);
            for (var one : some) {
                // What is refused as a parameter has no value.
                var passed = posted.contains(one.code())
                        ? isFound(one, exchange)
                        : one.outputs().isEmpty();
                var name = "%s: %s".formatted(one.name(), one.expression());
                verdicts.add(exceptions.verdict(one.name(), Verdict.of(name, passed, "not found by " + one.outputs())));
            }
            for (var code : posted) {
                exchange.send(Request.deleting("SearchParameter", code));
            }
        }
        return verdicts;
    }

    private static List<FhirPathCase> chosen(int everyNth) throws IOException {
        var tests = SuiteFiles.elements(SUITE, "test");
        var cases = IntStream.range(0, tests.size())
                .mapToObj(at -> FhirPathCase.of(tests.get(at), at))
                .filter(FhirPathCase::isSearchable)
                .toList();
        return IntStream.range(0, cases.size())
                .filter(at -> at % everyNth == 0)
                .mapToObj(cases::get)
                .toList();
    }

    private Set<String> posted(List<FhirPathCase> cases, Exchange exchange) throws IOException {
        var posted = new HashSet<String>();
        for (var one : cases) {
            var type = inputs.place(one.input(), exchange).type();
            if (exchange.send(Request.updating("SearchParameter", one.code(), one.parameterOf(type)))
                    .succeeded()) {
                posted.add(one.code());
            }
        }
        return posted;
    }

    private boolean isFound(FhirPathCase one, Exchange exchange) throws IOException {
        if (one.outputs().isEmpty()) {
            return isFound(one, one.code() + ":missing=true", exchange);
        }
        for (var output : one.outputs()) {
            var value = URLEncoder.encode(output.searched(), UTF_8);
            var exactly = one.kind().equals("string") ? ":exact=" : "=";
            if (!isFound(one, one.code() + exactly + value, exchange)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFound(FhirPathCase one, String criterion, Exchange exchange) throws IOException {
        var place = inputs.place(one.input(), exchange);
        var search = Request.reading("%s?_id=%s&%s".formatted(place.type(), place.id(), criterion));
        var answer = exchange.send(search);
        // Refused until what is stored is indexed by it.
        for (var tries = 0; !answer.succeeded() && tries < TRIES; tries++) {
            pause();
            answer = exchange.send(search);
        }
        return answer.succeeded() && Json.read(answer.body()).path("entry").size() == 1;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
