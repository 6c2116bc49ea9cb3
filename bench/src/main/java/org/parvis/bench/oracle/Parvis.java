package org.parvis.bench.oracle;

import java.io.IOException;
import org.parvis.bench.query.Query;

/** Asks Parvis each search as it was made. */
record Parvis(Reader reader) implements Asker {

    @Override
    public Answer ask(Query query) throws IOException {
        return reader.ask(query.request());
    }
}
