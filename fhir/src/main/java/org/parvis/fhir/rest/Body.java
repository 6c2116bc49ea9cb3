package org.parvis.fhir.rest;

import java.io.IOException;
import java.io.OutputStream;

/** What an answer carries. */
public sealed interface Body {

    /** Nothing. */
    Body EMPTY = new Whole(new byte[0]);

    /** Bytes that are all there. */
    @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
    record Whole(byte[] bytes) implements Body {}

    /** Bytes that come as they are made; the writer flushes what must not wait. */
    record Streamed(Writer writer) implements Body {}

    /** Writes a body to the network. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }
}
