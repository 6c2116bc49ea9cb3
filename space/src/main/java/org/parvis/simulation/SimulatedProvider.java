package org.parvis.simulation;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/**
 * An identity provider (OpenID Connect) for this machine alone, at which one chooses who to be. It checks its clients as a
 * real one does: addresses, secrets and signatures, PKCE, codes that serve once.
 */
public final class SimulatedProvider implements AutoCloseable {

    private final HttpServer server;
    private final Tokens tokens;
    private final Grants grants;

    private SimulatedProvider(HttpServer server, Tokens tokens, Grants grants) {
        this.server = server;
        this.tokens = tokens;
        this.grants = grants;
    }

    /**
     * Starts one.
     *
     * @param port on the loopback address; 0 for any that is free
     */
    public static SimulatedProvider start(Likeness likeness, int port, Minting minting) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var issuer = "http://localhost:" + server.getAddress().getPort();
            var clock = InstantSource.system();
            var tokens = new Tokens(issuer, minting, clock);
            var grants = new Grants(clock);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            new Discovery(issuer, tokens, likeness.proofs()).serve(server);
            new ChoicePage(issuer, likeness.title(), likeness.persons(), grants).serve(server);
            new TokenDoor(issuer, tokens, grants, likeness.proofs()).serve(server);
            new SessionEnds(tokens, grants).serve(server);
            server.start();
            return new SimulatedProvider(server, tokens, grants);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String issuer() {
        return tokens.issuer();
    }

    /** Makes software known, in place of any of the same id. */
    public void know(Client client) {
        grants.know(client);
    }

    /** Signs with a new key from now on. */
    public void rotateKeys() {
        tokens.rotateKeys();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
