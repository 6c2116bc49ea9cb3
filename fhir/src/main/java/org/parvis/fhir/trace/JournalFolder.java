package org.parvis.fhir.trace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The folder of one process's pages, locked while the process lives; of those who ended, the next one takes the pages over. */
final class JournalFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String PAGES = "*.ndjson";

    /** Queries name people: nobody else on this machine is to read them. */
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final FileChannel lock;
    private int pages;

    private JournalFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @param place where the folders of all processes are */
    static JournalFolder in(Path place) throws IOException {
        String name = UUID.randomUUID().toString();
        // Locked before it has the name under which others look for it.
        Path unnamed = Files.createDirectory(Files.createDirectories(place).resolve("." + name), OWNER_ONLY);
        FileChannel lock = open(unnamed);
        lock.lock();
        return new JournalFolder(Files.move(unnamed, place.resolve(name)), lock);
    }

    Page nextPage() throws IOException {
        return new Page(folder.resolve(++pages + ".ndjson"));
    }

    /** The pages of processes that ended before all was in the database: now they are in this folder. */
    List<Page> takeOver() throws IOException {
        var taken = new ArrayList<Page>();
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder.getParent(), "[!.]*")) {
            for (Path other : others) {
                if (!other.equals(folder)) {
                    taken.addAll(takeOver(other));
                }
            }
        }
        return taken;
    }

    private List<Page> takeOver(Path other) throws IOException {
        try (FileChannel theirs = open(other)) {
            return isFree(theirs) ? moveFrom(other) : List.of();
        } catch (NoSuchFileException takenOverMeanwhile) {
            return List.of();
        }
    }

    private List<Page> moveFrom(Path other) throws IOException {
        var moved = new ArrayList<Page>();
        try (DirectoryStream<Path> theirs = Files.newDirectoryStream(other, PAGES)) {
            for (Path file : theirs) {
                Page page = Page.left(Files.move(file, folder.resolve(other.getFileName() + "-" + file.getFileName())));
                if (page.lines().isEmpty()) {
                    page.discard();
                } else {
                    moved.add(page);
                }
            }
        }
        Files.delete(other.resolve(LOCK));
        Files.delete(other);
        return moved;
    }

    /** Goes away with its folder when no page is left in it. */
    @Override
    public void close() throws IOException {
        try (lock;
                DirectoryStream<Path> left = Files.newDirectoryStream(folder, PAGES)) {
            if (!left.iterator().hasNext()) {
                Files.delete(folder.resolve(LOCK));
                Files.delete(folder);
            }
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean isFree(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
