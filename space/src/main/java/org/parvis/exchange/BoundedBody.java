package org.parvis.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;

/** Reads a request's body, compressed or not, and never more of it than the limit. */
record BoundedBody(int limit) {

    private static final byte[] NONE = {};
    private static final int CHUNK = 16 * 1024;

    byte[] of(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced == 0) {
            return NONE;
        }
        if (announced > limit) {
            throw tooLong();
        }
        return bounded(content(request));
    }

    private static InputStream content(HttpServletRequest request) throws IOException {
        var encoding = request.getHeader("Content-Encoding");
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return request.getInputStream();
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw Refusal.of(
                    415,
                    IssueCode.NOT_SUPPORTED,
                    "Content-Encoding '%s': use gzip, or none.".formatted(encoding),
                    null);
        }
        try {
            return new GZIPInputStream(request.getInputStream(), CHUNK);
        } catch (ZipException broken) {
            throw brokenGzip();
        }
    }

    /** One byte past the limit tells that a body is too long, compressed or of unannounced length as it may be. */
    private byte[] bounded(InputStream content) throws IOException {
        byte[] bytes;
        try {
            bytes = content.readNBytes(limit + 1);
        } catch (ZipException broken) {
            throw brokenGzip();
        }
        if (bytes.length > limit) {
            throw tooLong();
        }
        return bytes;
    }

    private Refusal tooLong() {
        return Refusal.tooLarge("The body is longer than %d bytes.".formatted(limit), null);
    }

    private static Refusal brokenGzip() {
        return Refusal.invalid("The body is announced as gzip and is not.", null);
    }
}
