package org.parvis.bench.oracle;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.parvis.bench.corpus.Corpus;
import org.parvis.bench.corpus.Scope;
import org.parvis.bench.data.Examples;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.http.Connection;
import org.parvis.bench.query.OrderCheck;
import org.parvis.bench.query.Queries;
import org.parvis.bench.query.Query;

/** Asks two servers the same searches and reports where their answers differ. */
public final class Oracle {
    private final Corpus corpus;
    private final Asker parvis;
    private final Asker peer;
    private final PrintStream out;

    private Oracle(Corpus corpus, Asker parvis, Asker peer, PrintStream out) {
        this.corpus = corpus;
        this.parvis = parvis;
        this.peer = peer;
        this.out = out;
    }

    /** Parvis against the peer. */
    public static Oracle between(
            Workspace workspace, Corpus corpus, Connection parvis, Connection peer, PrintStream out)
            throws IOException {
        return new Oracle(corpus, new Parvis(new Reader(parvis)), peer(workspace, peer), out);
    }

    /** The peer against itself, which must not differ. */
    public static Oracle ofPeerAlone(Workspace workspace, Corpus corpus, Connection peer, PrintStream out)
            throws IOException {
        return new Oracle(corpus, peer(workspace, peer), peer(workspace, peer), out);
    }

    /** The peer against itself with planted faults, which must be found. */
    public static Oracle withPlantedFaults(Workspace workspace, Corpus corpus, Connection peer, PrintStream out)
            throws IOException {
        return new Oracle(corpus, new Faulty(peer(workspace, peer)), peer(workspace, peer), out);
    }

    private static Peer peer(Workspace workspace, Connection connection) throws IOException {
        return new Peer(new Reader(connection), Compartments.ofR4(new Examples(workspace)));
    }

    /** Answers the number of divergences that nothing explains. */
    public int compare(long seed, int count, List<String> moments) throws IOException {
        var orders = new OrderCheck(corpus, Scope.TYPES);
        var report = new Report(Explanations.over(corpus));
        for (var query : new Queries(corpus, Scope.TYPES, seed, moments).made(count)) {
            compare(query, orders, report);
        }
        report.print(out);
        return report.unexplained();
    }

    private void compare(Query query, OrderCheck orders, Report report) throws IOException {
        var ours = parvis.ask(query);
        var divergence = Divergence.between(query, ours, peer.ask(query), orders::disorder);
        if (divergence.isEmpty()) {
            report.equal(ours);
        } else if (query.countsOnly()) {
            // A number says nothing of what was counted otherwise: the matches do.
            compare(query.showingMatches(), orders, report);
        } else {
            report.diverging(divergence.get());
        }
    }
}
