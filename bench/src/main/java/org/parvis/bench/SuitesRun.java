package org.parvis.bench;

import java.io.IOException;
import java.util.List;
import org.parvis.bench.data.Examples;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.http.Exchange;
import org.parvis.bench.server.Launches;
import org.parvis.bench.suite.DateCases;
import org.parvis.bench.suite.ExampleRoundTrip;
import org.parvis.bench.suite.FhirPathCases;
import org.parvis.bench.suite.PatchCases;
import org.parvis.bench.suite.Suite;

/** One run of the tests of others against a Parvis of its own, which takes references on trust as the examples need. */
record SuitesRun(Workspace workspace, Options options) {
    private static final int PORT = 8184;

    boolean isClean() throws IOException {
        var launch = new Launches(workspace).parvis("suites", PORT, "--parvis.fhir.checks-references=false");
        try (var side = Side.of(options.text("parvis"), launch, false)) {
            var clean = true;
            for (var suite : List.of(
                    new DateCases(),
                    new PatchCases(),
                    new FhirPathCases(),
                    new ExampleRoundTrip(new Examples(workspace)))) {
                clean &= run(suite, side.connection());
            }
            return clean;
        }
    }

    private boolean run(Suite suite, Exchange exchange) throws IOException {
        var verdicts = suite.run(exchange, options.number("every", 1));
        var failed = verdicts.stream().filter(verdict -> !verdict.passed()).toList();
        failed.forEach(verdict -> System.out.printf("%s%n    %s%n", verdict.name(), verdict.seen()));
        System.out.printf("%s: %d passed, %d failed%n", suite.name(), verdicts.size() - failed.size(), failed.size());
        return failed.isEmpty();
    }
}
