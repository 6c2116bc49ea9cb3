package org.parvis.bench.peer;

/** Starts the peer: its PostgreSQL, its store and its HTTP server, until the process is told to stop. */
public final class PeerMain {

    private PeerMain() {}

    /** Arguments: port, data folder, and {@code oracle} or {@code load}. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("Usage: PeerMain PORT DATA_FOLDER oracle|load");
        }
        var settings = PeerSettings.parse(arguments);
        var database = PeerDatabase.start(settings.data());
        var server = PeerServer.start(settings, database);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            database.stop();
        }));
        System.out.println("The peer answers at " + settings.base());
    }
}
