package org.parvis.bench.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.parvis.bench.server.Server;

/** One life of the server under load, from its start to its cut. */
final class Life {
    private final Server server;
    private final List<Ledger> ledgers;
    private final int number;

    Life(Server server, List<Ledger> ledgers, int number) {
        this.server = server;
        this.ledgers = ledgers;
        this.number = number;
    }

    /** Lets every client write for a while, makes the cut, and waits until the last client has noticed. */
    void liveUntil(Runnable cut) {
        var clients = new ArrayList<Thread>();
        for (var at = 0; at < ledgers.size(); at++) {
            var client = new Client(at, number, server.connect(), ledgers.get(at));
            clients.add(Thread.ofPlatform().name("client-" + at).start(client));
        }
        sleep(duration());
        cut.run();
        clients.forEach(Life::join);
    }

    /** Between half a second and two, so that cuts fall on different moments of what the server does. */
    private Duration duration() {
        return Duration.ofMillis(500 + new Random(number).nextInt(1500));
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void join(Thread client) {
        client.interrupt();
        try {
            client.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
