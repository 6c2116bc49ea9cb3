package org.parvis.bench.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.parvis.bench.pages.Browser.Opened;
import org.parvis.bench.server.Cpu;
import org.parvis.bench.server.Server;

/**
 * A stretch of time in which users open one page after the other, all at once.
 *
 * @param name marks its requests in the server's access log
 * @param only the one page that they open; empty for all of theirs
 * @param pause how long they read a page, half of it at least and half as much again at most
 */
record Round(String name, Optional<Page> only, Duration pause, Duration lasting) {

    /** What was opened, and the processor time that it cost the server. */
    record Walked(List<Opened> opened, Duration wall, Cpu cpu) {

        double perSecond() {
            return opened.size() * 1e9 / wall.toNanos();
        }

        double cpuMillis() {
            return cpu.total().toNanos() / 1e6 / opened.size();
        }
    }

    Walked walk(Server server, List<Browser> browsers) throws IOException {
        var before = server.cpu();
        var began = System.nanoTime();
        var opened = new ArrayList<Opened>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var walks = new ArrayList<Future<List<Opened>>>();
            for (int at = 0; at < browsers.size(); at++) {
                var browser = browsers.get(at);
                var random = new Random(name.hashCode() * 31L + at);
                walks.add(threads.submit(() -> walk(server, browser, random, began + lasting.toNanos())));
            }
            for (var walk : walks) {
                opened.addAll(ended(walk));
            }
        }
        return new Walked(
                opened,
                Duration.ofNanos(System.nanoTime() - began),
                server.cpu().since(before));
    }

    private List<Opened> walk(Server server, Browser browser, Random random, long end) throws IOException {
        var opened = new ArrayList<Opened>();
        try (var connection = server.pages()) {
            // They do not all begin in the same instant.
            rest(pause.toMillis() * random.nextDouble());
            while (System.nanoTime() < end) {
                var page = only.orElseGet(() -> Page.next(browser.user(), random));
                opened.add(browser.open(connection, page, name, random));
                rest(pause.toMillis() * (0.5 + random.nextDouble()));
            }
        }
        return opened;
    }

    private static void rest(double millis) {
        try {
            TimeUnit.MICROSECONDS.sleep((long) (millis * 1e3));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static List<Opened> ended(Future<List<Opened>> walk) throws IOException {
        try {
            return walk.get();
        } catch (ExecutionException fault) {
            throw new IOException("A user was not shown a page", fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
