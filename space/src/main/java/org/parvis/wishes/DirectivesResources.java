package org.parvis.wishes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.parvis.wishes.NotedResources.code;
import static org.parvis.wishes.NotedResources.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.parvis.wishes.Noted.State;

/** Advance directives as DocumentReferences of the type that the DMP gives them (JDV_J07), and back. */
final class DirectivesResources {

    private static final String VALID = "current";
    private static final String REPLACED = "superseded";

    /** As the DMP takes away what a patient wants no more (PDSM4DMP, TD3.3c). */
    private static final String WITHDRAWN = "entered-in-error";

    /** Where the bytes of a document are within the transaction that brings both. */
    static final String BYTES = "urn:uuid:6f1c6f0a-52c5-4a52-9b16-3f8a34a1c8d2";

    // TRE_A05, by its OID as JDV_J07 has it.
    private static final String TYPES = "urn:oid:1.2.250.1.213.1.1.4.12";
    private static final String TYPE = "EXPPAT_3";
    private static final String TITLE = "Directives anticipées";
    private static final String TEXT = "text/plain; charset=utf-8";

    private DirectivesResources() {}

    /** All that this patient ever wrote so. */
    static String query(String patient) {
        return "DocumentReference?patient=%s&type=%s%%7C%s&_sort=-date&_count=100".formatted(patient, TYPES, TYPE);
    }

    static ObjectNode text(String patient, String words, Instant now) {
        var bytes = words.getBytes(UTF_8);
        var directives = directives(patient, TEXT, bytes, now);
        attachment(directives).put("data", Base64.getEncoder().encodeToString(bytes));
        return directives;
    }

    /** A document whose bytes stand at {@link #BYTES}. */
    static ObjectNode document(String patient, byte[] pdf, Instant now) {
        var directives = directives(patient, "application/pdf", pdf, now);
        attachment(directives).put("url", BYTES);
        return directives;
    }

    static ObjectNode bytes(String patient, byte[] pdf) {
        var binary = resource("Binary").put("contentType", "application/pdf");
        binary.putObject("securityContext").put("reference", "Patient/" + patient);
        return binary.put("data", Base64.getEncoder().encodeToString(pdf));
    }

    private static ObjectNode directives(String patient, String contentType, byte[] bytes, Instant now) {
        var directives = resource("DocumentReference").put("status", VALID);
        code(directives.putObject("type"), TYPES, TYPE, TITLE);
        directives.putObject("subject").put("reference", "Patient/" + patient);
        directives.put("date", now.truncatedTo(ChronoUnit.SECONDS).toString());
        directives.putArray("author").addObject().put("reference", "Patient/" + patient);
        directives
                .putArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", contentType)
                .put("size", bytes.length)
                .put("hash", sha1(bytes))
                .put("title", TITLE);
        return directives;
    }

    static void turn(ObjectNode directives, State state) {
        directives.put(
                "status",
                switch (state) {
                    case VALID -> VALID;
                    case REPLACED -> REPLACED;
                    case WITHDRAWN -> WITHDRAWN;
                });
    }

    static Directives directives(ObjectNode directives) {
        var text = Optional.of(attachment(directives))
                .filter(attachment -> attachment.path("contentType").asText().startsWith("text/plain"))
                .filter(attachment -> attachment.has("data"))
                .map(attachment -> new String(
                        Base64.getDecoder().decode(attachment.path("data").asText()), UTF_8));
        var state = switch (directives.path("status").asText()) {
            case VALID -> State.VALID;
            case REPLACED -> State.REPLACED;
            default -> State.WITHDRAWN;
        };
        return new Directives(NotedResources.noted(directives, directives.path("date"), state), text);
    }

    private static ObjectNode attachment(ObjectNode directives) {
        return directives.path("content").path(0).path("attachment") instanceof ObjectNode attachment
                ? attachment
                : resource("Attachment");
    }

    // R4 Attachment.hash is SHA-1; it finds damage, not forgery.
    private static String sha1(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-1", missing);
        }
    }
}
