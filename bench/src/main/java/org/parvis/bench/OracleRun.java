package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.parvis.bench.corpus.Corpus;
import org.parvis.bench.data.Workspace;
import org.parvis.bench.http.Connection;
import org.parvis.bench.oracle.Loading;
import org.parvis.bench.oracle.Oracle;
import org.parvis.bench.server.Launch;
import org.parvis.bench.server.Launches;

/** One run of the oracle: both servers on fresh data, the same corpus in both, then the searches. */
final class OracleRun {
    private static final int PEER_PORT = 8181;
    private static final int PARVIS_PORT = 8182;
    private static final long CORPUS_SEED = 7;
    private static final int PATIENTS = 4;
    private static final int VARIATIONS = 6;

    private final Workspace workspace;
    private final Options options;

    OracleRun(Workspace workspace, Options options) {
        this.workspace = workspace;
        this.options = options;
    }

    /** Whether nothing diverged without an explanation; with planted faults, whether they were found. */
    boolean isClean() throws IOException {
        try (var peer = Side.of(options.text("peer"), peer(), keeps());
                var parvis = Side.of(parvisAddress(), parvis(), keeps())) {
            return compared(parvis.connection(), peer.connection());
        }
    }

    private boolean compared(Connection parvis, Connection peer) throws IOException {
        var corpus = Corpus.made(workspace, CORPUS_SEED, PATIENTS, VARIATIONS);
        System.out.println(corpus.size() + " resources on each side");
        var moments = moments(corpus, parvis, peer);
        var seed = options.number("seed", 1);
        var count = options.number("queries", 5000);
        if (options.has("planted-faults")) {
            return Oracle.withPlantedFaults(workspace, corpus, peer, System.out).compare(seed, count, moments) > 0;
        }
        var oracle = isPeerAlone()
                ? Oracle.ofPeerAlone(workspace, corpus, peer, System.out)
                : Oracle.between(workspace, corpus, parvis, peer, System.out);
        return oracle.compare(seed, count, moments) == 0;
    }

    /** Loads both sides, or with --keep remembers when that was done. */
    private List<String> moments(Corpus corpus, Connection parvis, Connection peer) throws IOException {
        var remembered = workspace.made("oracle").resolve(isPeerAlone() ? "moments-peer" : "moments");
        if (keeps() && Files.exists(remembered)) {
            return Files.readAllLines(remembered);
        }
        var sides = isPeerAlone() ? List.of(peer) : List.of(parvis, peer);
        var moments = new Loading(sides).load(corpus);
        Files.write(remembered, moments);
        return moments;
    }

    private boolean isPeerAlone() {
        return options.has("peer-alone") || options.has("planted-faults");
    }

    private boolean keeps() {
        return options.has("keep");
    }

    private Optional<String> parvisAddress() {
        return isPeerAlone() ? options.text("peer").or(() -> Optional.of(parvisBase())) : options.text("parvis");
    }

    private static String parvisBase() {
        return "http://127.0.0.1:" + PEER_PORT + "/fhir";
    }

    private Launch peer() throws IOException {
        return new Launches(workspace).peer(Launches.PeerRole.ORACLE, "oracle", PEER_PORT);
    }

    private Launch parvis() throws IOException {
        return new Launches(workspace).parvis("oracle", PARVIS_PORT, "--parvis.fhir.included=10000");
    }
}
