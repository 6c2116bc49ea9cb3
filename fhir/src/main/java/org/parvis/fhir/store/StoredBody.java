package org.parvis.fhir.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The JSON of a version in its stored form: one byte that names the form, four of length, then raw deflate with a preset
 * dictionary of frequent FHIR JSON. A small resource shares most of its text with every other, hence the dictionary.
 */
public final class StoredBody {

    /** The body of a deletion. */
    static final StoredBody NONE = new StoredBody(new byte[0]);

    private static final byte DICTIONARY_1 = 1;
    private static final int HEADER = 5;
    private static final byte[] DICTIONARY = dictionary();

    // Native state is dear to allocate and virtual threads are many, so it is shared through pools.
    private static final Queue<Deflater> DEFLATERS = new ConcurrentLinkedQueue<>();
    private static final Queue<Inflater> INFLATERS = new ConcurrentLinkedQueue<>();

    private final byte[] bytes;

    private StoredBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A body as the database holds it. */
    static StoredBody stored(byte[] bytes) {
        return new StoredBody(bytes);
    }

    /** Brings JSON into its stored form. */
    static StoredBody of(byte[] json) {
        Deflater pooled = DEFLATERS.poll();
        Deflater deflater = pooled == null ? new Deflater(Deflater.BEST_SPEED + 1, true) : pooled;
        deflater.setDictionary(DICTIONARY);
        deflater.setInput(json);
        deflater.finish();
        byte[] stored = withHeader(deflater, json.length);
        deflater.reset();
        DEFLATERS.offer(deflater);
        return new StoredBody(stored);
    }

    byte[] bytes() {
        return bytes;
    }

    /** The exact JSON bytes. */
    public byte[] json() {
        if (bytes.length == 0) {
            return bytes;
        }
        if (bytes[0] != DICTIONARY_1) {
            throw new IllegalStateException("A stored body has the unknown form " + bytes[0]);
        }
        Inflater pooled = INFLATERS.poll();
        Inflater inflater = pooled == null ? new Inflater(true) : pooled;
        byte[] json = inflated(inflater, bytes);
        inflater.reset();
        INFLATERS.offer(inflater);
        return json;
    }

    private static byte[] withHeader(Deflater deflater, int length) {
        var out = new ByteArrayOutputStream(HEADER + length / 3);
        out.write(DICTIONARY_1);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        byte[] buffer = new byte[Math.max(256, length / 2)];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    private static byte[] inflated(Inflater inflater, byte[] stored) {
        int length = ByteBuffer.wrap(stored).getInt(1);
        byte[] json = new byte[length];
        inflater.setDictionary(DICTIONARY);
        inflater.setInput(stored, HEADER, stored.length - HEADER);
        try {
            int done = 0;
            while (done < length) {
                int read = inflater.inflate(json, done, length - done);
                if (read == 0) {
                    throw new IllegalStateException("A stored body ends early: " + done + " of " + length + " bytes");
                }
                done += read;
            }
            return json;
        } catch (DataFormatException e) {
            throw new IllegalStateException("A stored body is damaged", e);
        }
    }

    private static byte[] dictionary() {
        try (InputStream in = StoredBody.class.getResourceAsStream("body-dictionary-1.txt")) {
            if (in == null) {
                throw new IllegalStateException("body-dictionary-1.txt is missing beside " + StoredBody.class);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
