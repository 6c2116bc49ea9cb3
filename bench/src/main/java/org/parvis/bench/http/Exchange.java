package org.parvis.bench.http;

import java.io.IOException;

/** Something that answers FHIR requests: a server over a connection, or in a test the store itself. */
@FunctionalInterface
public interface Exchange {

    Response send(Request request) throws IOException;
}
