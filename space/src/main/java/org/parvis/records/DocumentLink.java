package org.parvis.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Optional;
import org.parvis.web.Concepts;
import org.parvis.web.When;

/**
 * A document in one line, leading to where it stands in its patient's list.
 *
 * @param when in figures
 */
public record DocumentLink(String address, String name, Optional<String> type, Optional<String> when) {

    /** What a DocumentReference about a patient says. */
    public static DocumentLink of(ObjectNode document) {
        var type = Concepts.words(document.path("type"));
        var name = DocumentResources.title(document).orElse("");
        var patient = document.at("/subject/reference").asText();
        return new DocumentLink(
                "%s/documents?mots=%s"
                        .formatted(
                                RecordSheet.address(patient.substring(patient.indexOf('/') + 1)),
                                URLEncoder.encode(name, UTF_8)),
                name,
                type.filter(words -> !words.equals(name)),
                When.read(document.path("date").asText()).map(When::figures));
    }
}
