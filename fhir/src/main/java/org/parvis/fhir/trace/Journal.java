package org.parvis.fhir.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** Where accesses are written down before their answers leave: pages on this machine, which go to the database soon after. */
final class Journal implements AutoCloseable {

    /** So many lines wait for a database that takes none; then nothing more is shown. */
    private static final int MOST = 100_000;

    private final JournalFolder folder;
    private final List<Page> full;
    private Page current;

    /** @param place the folder of all processes that work on this database */
    Journal(Path place) {
        try {
            this.folder = JournalFolder.in(place);
            this.full = new ArrayList<>(folder.takeOver());
            this.current = folder.nextPage();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the trace cannot be opened in " + place, e);
        }
    }

    /** Writes lines down: comes back once they outlive this process. */
    void write(List<Line> lines) {
        byte[] written = Page.written(lines);
        synchronized (this) {
            if (current.lines().size() > MOST) {
                throw Refusal.of(
                        503,
                        IssueCode.TRANSIENT,
                        "The trace waits for the database: nothing is shown meanwhile.",
                        null);
            }
            add(lines, written);
        }
    }

    /** What is to go to the database: nothing is added to these pages. */
    synchronized List<Page> full() {
        if (!current.lines().isEmpty()) {
            turn();
        }
        return List.copyOf(full);
    }

    /** Throws away a page that is in the database. */
    synchronized void discard(Page page) {
        try {
            page.discard();
            full.remove(page);
        } catch (IOException e) {
            throw new UncheckedIOException("A page of the trace that is in the database could not be removed", e);
        }
    }

    /** Leaves what is not in the database yet to whoever opens the journal next. */
    @Override
    public synchronized void close() {
        try {
            if (current.lines().isEmpty()) {
                current.discard();
            }
            for (Page page : full) {
                page.close();
            }
            current.close();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the trace could not be closed", e);
        }
    }

    private void add(List<Line> lines, byte[] written) {
        try {
            current.add(lines, written);
        } catch (IOException e) {
            // Nothing may follow a torn line.
            turn();
            throw new UncheckedIOException("The trace could not be written down", e);
        }
    }

    private void turn() {
        try {
            Page next = folder.nextPage();
            full.add(current);
            current = next;
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the trace has no next page", e);
        }
    }
}
