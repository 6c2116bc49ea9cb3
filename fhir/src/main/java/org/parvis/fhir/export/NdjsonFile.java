package org.parvis.fhir.export;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file of lines that grows in steps: a step counts once it is on disk, and what a crash left of another is cut off. */
final class NdjsonFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final OutputStream out;

    private NdjsonFile(FileChannel channel) {
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /** Opens a file behind the bytes that count so far. */
    static NdjsonFile open(Path path, long length) throws IOException {
        FileChannel channel = FileChannel.open(path, CREATE, WRITE);
        if (channel.size() < length) {
            channel.close();
            throw new IOException("%s is shorter than the %d bytes written to it.".formatted(path, length));
        }
        channel.truncate(length).position(length);
        return new NdjsonFile(channel);
    }

    void add(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    /** Brings all lines to the disk and says how long the file is now. */
    long save() throws IOException {
        out.flush();
        channel.force(false);
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
