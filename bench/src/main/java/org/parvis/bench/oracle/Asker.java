package org.parvis.bench.oracle;

import java.io.IOException;
import org.parvis.bench.query.Query;

/** One side of the comparison. */
interface Asker {

    Answer ask(Query query) throws IOException;
}
