package org.parvis.fhir.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.store.Version;

/**
 * What an interaction answers, before its form is chosen.
 *
 * @param location address of the version made
 * @param headers further headers of the answer
 */
record Answer(
        int status,
        Optional<Content> content,
        Optional<Stamp> stamp,
        Optional<String> location,
        Map<String, String> headers) {

    Answer {
        headers = Map.copyOf(headers);
    }

    Answer(int status, Optional<Content> content, Optional<Stamp> stamp, Optional<String> location) {
        this(status, content, stamp, location, Map.of());
    }

    /** What is to be shown. */
    sealed interface Content {

        /** A stored version, whose bytes need no parsing. */
        record Stored(Version version) implements Content {}

        /** A resource made for this answer. */
        record Made(ObjectNode resource) implements Content {}

        /** A bundle of stored versions, whose bytes need no parsing. */
        record Pages(BundlePage bundle) implements Content {}

        /** Bytes in a form of their own. */
        record Raw(String type, Body body) implements Content {}
    }

    /** The version that an answer is about. */
    record Stamp(int version, Instant updated) {

        static Stamp of(Version version) {
            return new Stamp(version.number(), version.instant());
        }

        /** The weak entity tag of R4 http.html, `W/"3"`. */
        String etag() {
            return "W/\"" + version + "\"";
        }
    }

    static Answer stored(int status, Version version) {
        return new Answer(
                status, Optional.of(new Content.Stored(version)), Optional.of(Stamp.of(version)), Optional.empty());
    }

    static Answer made(int status, ObjectNode resource) {
        return new Answer(status, Optional.of(new Content.Made(resource)), Optional.empty(), Optional.empty());
    }

    static Answer page(BundlePage bundle) {
        return new Answer(200, Optional.of(new Content.Pages(bundle)), Optional.empty(), Optional.empty());
    }

    static Answer empty(int status, @Nullable Version version) {
        return new Answer(status, Optional.empty(), Optional.ofNullable(version).map(Stamp::of), Optional.empty());
    }

    /** What is to be sent: nothing when the caller has it already. */
    Optional<Content> body() {
        return status == 304 ? Optional.empty() : content;
    }

    Answer at(String address) {
        return new Answer(status, content, stamp, Optional.of(address), headers);
    }

    Answer with(Map<String, String> more) {
        return new Answer(status, content, stamp, location, more);
    }
}
