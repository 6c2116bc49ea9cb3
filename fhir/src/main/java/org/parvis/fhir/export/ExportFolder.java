package org.parvis.fhir.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the files of exports lie: a folder for each. */
record ExportFolder(Path root) {

    Path file(String job, String name) {
        return root.resolve(job).resolve(name);
    }

    /** Opens a file of an export behind the bytes that count so far. */
    NdjsonFile open(String job, String name, long length) throws IOException {
        Path folder = root.resolve(job);
        Files.createDirectories(folder);
        var file = NdjsonFile.open(folder.resolve(name), length);
        persistNames(root);
        persistNames(folder);
        return file;
    }

    /** Removes all files of an export. Whoever is fetching one keeps it until the end. */
    void remove(String job) {
        Path folder = root.resolve(job);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Its job was writing just then: it learns that it is no longer wanted, and removes the rest.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A file outlives a power cut only once its folder has brought its name to the disk.
    private static void persistNames(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
