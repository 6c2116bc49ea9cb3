package org.parvis.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The compressed PostgreSQL for one kind of machine, as a Maven artifact carries it. */
record PostgresArchive(URL content) {

    private static final Map<String, String> NAMES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");

    /** The one for this machine. */
    static PostgresArchive forThisMachine() {
        var system = System.getProperty("os.name");
        var processor = System.getProperty("os.arch");
        var name = system.equals("Linux") ? NAMES.get(processor) : null;
        var content = name == null ? null : PostgresArchive.class.getResource(name);
        if (content == null) {
            throw new DatabaseRefused("Parvis brings no PostgreSQL for %s on %s. Name one in parvis.database.url."
                    .formatted(system, processor));
        }
        return new PostgresArchive(content);
    }

    /** Unpacks it below the folder, unless this very archive already was. */
    PostgresPrograms unpackIn(Path parent) throws IOException {
        var folder = parent.resolve("programs-" + fingerprint());
        WholeFolder.make(folder, this::unpack);
        return new PostgresPrograms(folder);
    }

    /** Differs whenever the archive does, and is known without reading it. */
    private String fingerprint() throws IOException {
        var connection = content.openConnection();
        return connection instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : Long.toHexString(connection.getContentLengthLong());
    }

    private void unpack(Path root) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(content.openStream()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(entry, tar, root);
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream bytes, Path root) throws IOException {
        var target = entry.resolveIn(root);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(bytes, target);
        if (target.startsWith(root.resolve("bin")) && !target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }
}
