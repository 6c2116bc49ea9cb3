package org.parvis.bench.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One kept-alive connection to a FHIR server, opened again when the server has closed it. */
public final class Connection implements Exchange, AutoCloseable {
    private static final int READ_TIMEOUT_MS = 600_000;
    private static final int BUFFER_BYTES = 64 * 1024;

    /** Servers close a silent connection after a while; one that could be closing is not used again. */
    private static final long LONGEST_SILENCE_NANOS = 5_000_000_000L;

    private final URI base;
    private long lastUsed = System.nanoTime();
    private Wire wire = Wire.CLOSED;

    /** The base address of the server, for example {@code http://127.0.0.1:8080/fhir}. */
    public Connection(URI base) {
        this.base = base;
    }

    public URI base() {
        return base;
    }

    /** Sends one request and reads its whole answer; a connection that broke is not used again. */
    @Override
    public Response send(Request request) throws IOException {
        if (System.nanoTime() - lastUsed > LONGEST_SILENCE_NANOS) {
            close();
        }
        if (!wire.isOpen()) {
            wire = Wire.to(base);
        }
        try {
            var response = exchange(request);
            lastUsed = System.nanoTime();
            return response;
        } catch (IOException fault) {
            close();
            throw fault;
        }
    }

    private Response exchange(Request request) throws IOException {
        write(request);
        var response = ResponseReader.read(wire.in());
        if (response.header("connection").filter("close"::equalsIgnoreCase).isPresent()) {
            close();
        }
        return response;
    }

    private void write(Request request) throws IOException {
        var head = new StringBuilder(256)
                .append(request.method())
                .append(' ')
                .append(path(request.target()))
                .append(" HTTP/1.1\r\nHost: ")
                .append(base.getAuthority())
                .append("\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (request.body().length > 0 || !request.method().equals("GET")) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        head.append("\r\n");
        var out = wire.out();
        out.write(joined(head.toString().getBytes(StandardCharsets.ISO_8859_1), request.body()));
        out.flush();
    }

    /** Page links come back absolute; everything else is below the base. */
    private String path(String target) {
        if (target.startsWith("http")) {
            var link = URI.create(target);
            return link.getRawQuery() == null ? link.getRawPath() : link.getRawPath() + "?" + link.getRawQuery();
        }
        var folder = base.getRawPath().replaceFirst("/$", "");
        var path = target.isEmpty() ? folder : folder + "/" + target;
        return path.isEmpty() ? "/" : path;
    }

    private static byte[] joined(byte[] head, byte[] body) {
        var all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    @Override
    public void close() {
        wire.shut();
        wire = Wire.CLOSED;
    }

    /** An open socket with its two streams, or none. */
    private record Wire(Socket socket, BufferedInputStream in, OutputStream out) {
        static final Wire CLOSED = new Wire(
                new Socket(), new BufferedInputStream(InputStream.nullInputStream()), OutputStream.nullOutputStream());

        static Wire to(URI base) throws IOException {
            var socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(READ_TIMEOUT_MS);
            return new Wire(
                    socket, new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES), socket.getOutputStream());
        }

        boolean isOpen() {
            return socket.isConnected() && !socket.isClosed();
        }

        void shut() {
            if (!isOpen()) {
                return;
            }
            try {
                socket.close();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }
}
