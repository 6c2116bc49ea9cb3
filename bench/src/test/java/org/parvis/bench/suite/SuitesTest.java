package org.parvis.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.bench.http.Exchange;
import org.parvis.bench.server.Launch;
import org.parvis.bench.server.Server;

/** A part of what {@code ./parvis bench suites} asks, put to the packaged server whenever everything is tested. */
class SuitesTest {
    private static final Path SERVER = Path.of("..", "space", "target", "server", "space.jar");

    @TempDir
    private Path folder;

    @Test
    void findNothingWrongWithThePackagedServer() throws IOException {
        assumeTrue(Files.exists(SERVER), "The server is not packaged: the tests of others are not put to it.");

        try (var server = Server.start(launch());
                var connection = server.connect()) {
            assertThat(failures(new PatchCases(), 1, connection)).isEmpty();
            assertThat(failures(new DateCases(), 10, connection)).isEmpty();
            assertThat(failures(new FhirPathCases(), 20, connection)).isEmpty();
        }
    }

    private static List<Verdict> failures(Suite suite, int everyNth, Exchange exchange) throws IOException {
        return suite.run(exchange, everyNth).stream()
                .filter(verdict -> !verdict.passed())
                .toList();
    }

    private Launch launch() throws IOException {
        var port = freePort();
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx448m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                SERVER.toString(),
                "--server.port=" + port,
                "--parvis.database.folder=" + folder.resolve("database"),
                "--parvis.access.folder=" + folder.resolve("access"),
                "--parvis.fhir.journal=" + folder.resolve("trace"),
                "--parvis.access.trusted-loopback=true",
                "--parvis.fhir.checks-references=false");
        return new Launch(Launch.Brand.PARVIS, command, URI.create("http://127.0.0.1:" + port + "/fhir"), folder);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
