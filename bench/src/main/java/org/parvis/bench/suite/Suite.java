package org.parvis.bench.suite;

import java.io.IOException;
import java.util.List;
import org.parvis.bench.http.Exchange;

/** Test cases of one source. */
public interface Suite {

    String name();

    /** Puts every nth case to the server; one means all of them. */
    List<Verdict> run(Exchange exchange, int everyNth) throws IOException;
}
