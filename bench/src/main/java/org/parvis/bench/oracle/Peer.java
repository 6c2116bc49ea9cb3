package org.parvis.bench.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.parvis.bench.query.Query;

/** Asks the peer, in its own words where it lacks ours. */
final class Peer implements Asker {
    private final Reader reader;
    private final Compartments compartments;

    Peer(Reader reader, Compartments compartments) {
        this.reader = reader;
        this.compartments = compartments;
    }

    @Override
    public Answer ask(Query query) throws IOException {
        return query.isInCompartment() ? union(query) : reader.ask(query.inOnePage());
    }

    private Answer union(Query query) throws IOException {
        var matches = new LinkedHashSet<String>();
        for (var plain : compartments.plain(query)) {
            switch (reader.ask(plain.inOnePage())) {
                case Answer.Found found -> matches.addAll(found.matches());
                case Answer.Refused refused -> {
                    return refused;
                }
            }
        }
        return new Answer.Found(new ArrayList<>(matches), Set.of(), OptionalInt.empty());
    }
}
