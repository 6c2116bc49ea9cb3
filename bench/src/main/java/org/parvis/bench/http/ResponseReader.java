package org.parvis.bench.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads one HTTP/1.1 answer from a stream: RFC 9112, bodies of known length and chunked ones. */
final class ResponseReader {
    private static final byte[] NOTHING = {};

    private ResponseReader() {}

    static Response read(BufferedInputStream in) throws IOException {
        var status = status(line(in));
        while (status == 100) {
            headers(in);
            status = status(line(in));
        }
        var headers = headers(in);
        return new Response(status, headers, body(in, status, headers));
    }

    private static int status(String line) throws IOException {
        var parts = line.split(" ", 3);
        if (parts.length < 2) {
            throw new IOException("Not an HTTP status line: " + line);
        }
        return Integer.parseInt(parts[1]);
    }

    private static Map<String, String> headers(BufferedInputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(BufferedInputStream in, int status, Map<String, String> headers) throws IOException {
        if (status == 204 || status == 304) {
            return NOTHING;
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        var length = headers.get("content-length");
        return length == null ? NOTHING : exactly(in, Integer.parseInt(length));
    }

    private static byte[] chunks(BufferedInputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var size = chunkSize(in); size > 0; size = chunkSize(in)) {
            all.write(exactly(in, size));
            line(in);
        }
        headers(in);
        return all.toByteArray();
    }

    private static int chunkSize(BufferedInputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(BufferedInputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The server closed the connection within a body");
        }
        return bytes;
    }

    private static String line(BufferedInputStream in) throws IOException {
        var line = new ByteArrayOutputStream(64);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
