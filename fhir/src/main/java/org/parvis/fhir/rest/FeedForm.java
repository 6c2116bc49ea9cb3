package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.parvis.fhir.content.JsonBodies;
import org.parvis.fhir.store.Change;

/** How changes are written to a reader of the feed. */
enum FeedForm {
    /** One JSON object per line; an empty line says that the server is still there. */
    LINES("application/fhir+ndjson;charset=UTF-8") {
        @Override
        void write(OutputStream out, Change change, byte[] json) throws IOException {
            out.write(json);
            out.write('\n');
        }

        @Override
        void writeHeartbeat(OutputStream out) throws IOException {
            out.write('\n');
        }
    },

    /** Server-sent events (WHATWG HTML, 9.2); the position is the event's id, so that browsers go on where they were. */
    EVENTS("text/event-stream;charset=UTF-8") {
        @Override
        void write(OutputStream out, Change change, byte[] json) throws IOException {
            out.write(("id: " + change.position() + "\ndata: ").getBytes(StandardCharsets.UTF_8));
            out.write(json);
            out.write("\n\n".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        void writeHeartbeat(OutputStream out) throws IOException {
            out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
        }
    };

    private final String mediaType;

    FeedForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    void write(OutputStream out, Change change, JsonBodies bodies) throws IOException {
        write(out, change, bodies.write(json(change)));
    }

    abstract void write(OutputStream out, Change change, byte[] json) throws IOException;

    abstract void writeHeartbeat(OutputStream out) throws IOException;

    private static ObjectNode json(Change change) {
        var line = JsonNodeFactory.instance
                .objectNode()
                .put("position", change.position().toString())
                .put("type", change.key().type())
                .put("id", change.key().id())
                .put("version", String.valueOf(change.version()))
                .put("op", change.method().name().toLowerCase(Locale.ROOT))
                .put("at", change.instant().toString());
        change.patient().ifPresent(id -> line.put("patient", "Patient/" + id));
        return line;
    }
}
