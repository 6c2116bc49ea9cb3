package org.parvis.bench.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parvis.bench.data.StandaloneModule;
import org.parvis.bench.data.Workspace;

/** The commands that start Parvis and the peer, each on data of its own. */
public record Launches(Workspace workspace) {
    private static final List<String> NATIVE =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    /** Both read a date without a zone in the same one; the peer is only sure of itself in this one. */
    private static final String ZONE = "UTC";

    /** What the peer is to index: everything it can, or its defaults. */
    public enum PeerRole {
        ORACLE,
        LOAD
    }

    /** The packaged server as {@code ./parvis run} starts it, on another port and folder, with more settings if need be. */
    public Launch parvis(String purpose, int port, String... settings) throws IOException {
        var folder = workspace.made("parvis-" + purpose);
        // Relative, as the launcher writes it: the AOT cache knows the server by the address that it was trained at.
        var server = Path.of("space", "target", "server");
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(List.of("-Xmx448m", "-XX:+UseSerialGC"));
        command.addAll(NATIVE);
        command.add("-XX:AOTCache=" + server.resolve("parvis.aot"));
        command.addAll(List.of("-jar", server.resolve("space.jar").toString()));
        command.add("--server.port=" + port);
        command.add("--parvis.fhir.zone=" + ZONE);
        command.add("--parvis.database.folder=" + folder.resolve("database"));
        // A bench measures the store as a program of this machine, not how it comes in.
        command.add("--parvis.access.trusted-loopback=true");
        command.add("--parvis.access.folder=" + folder.resolve("access"));
        command.add("--parvis.fhir.journal=" + folder.resolve("trace"));
        command.addAll(List.of(settings));
        return new Launch(Launch.Brand.PARVIS, command, base(port), folder);
    }

    public Launch peer(PeerRole role, String purpose, int port) throws IOException {
        var folder = workspace.made("peer-" + purpose);
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(List.of("-Xmx2g", "-XX:+UseG1GC"));
        command.addAll(NATIVE);
        command.add("-Duser.timezone=" + ZONE);
        command.addAll(List.of("-cp", new StandaloneModule(workspace, "peer").classPath()));
        command.add("org.parvis.bench.peer.PeerMain");
        command.addAll(List.of(Integer.toString(port), folder.toString(), role.name()));
        return new Launch(Launch.Brand.HAPI, command, base(port), folder);
    }

    private static URI base(int port) {
        return URI.create("http://127.0.0.1:" + port + "/fhir");
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
