package org.parvis.bench.peer;

import java.nio.file.Path;
import java.util.Locale;

/** Where the peer listens, where it keeps its data, and what it is used for. */
record PeerSettings(int port, Path data, Role role) {

    /** What the peer is used for, which decides what it indexes. */
    enum Role {
        /** Everything that it can search by is indexed, so that every query has an answer to compare with. */
        ORACLE,
        /** Its own defaults, which are its fastest: nothing is indexed that its users would have to ask for. */
        LOAD
    }

    static PeerSettings parse(String[] arguments) {
        return new PeerSettings(
                Integer.parseInt(arguments[0]),
                Path.of(arguments[1]).toAbsolutePath(),
                Role.valueOf(arguments[2].toUpperCase(Locale.ROOT)));
    }

    String base() {
        return "http://127.0.0.1:" + port + "/fhir";
    }
}
