package org.parvis.fhir.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads references in all their forms (R4 references.html): relative, absolute, versioned, logical, canonical. */
final class References {

    private static final Pattern RESTFUL = Pattern.compile(
            "(?<base>https?://.+/)?(?<type>[A-Z][A-Za-z]{2,39})/(?<id>[A-Za-z0-9\\-.]{1,64})(/_history/(?<version>[A-Za-z0-9\\-.]{1,64}))?");

    private References() {}

    /** The target of a Reference, a canonical or a uri; empty when it is contained in the resource or says nothing. */
    static Optional<ReferenceValue> read(JsonNode node) {
        return node.isObject() ? reference(node) : canonical(ValueReader.text(node));
    }

    private static Optional<ReferenceValue> reference(JsonNode node) {
        var target = ValueReader.text(node, "reference");
        var type = ValueReader.text(node, "type");
        var logical = node.get("identifier");
        var identifier = logical == null ? null : TokenReader.identifier(logical);
        if (target == null || target.startsWith("#")) {
            return identifier == null
                    ? Optional.empty()
                    : Optional.of(new ReferenceValue(type, null, null, null, identifier));
        }
        return Optional.of(literal(target, type, identifier));
    }

    private static ReferenceValue literal(String target, @Nullable String type, @Nullable TokenValue identifier) {
        Matcher restful = RESTFUL.matcher(target);
        if (!restful.matches()) {
            return new ReferenceValue(type, null, null, target, identifier);
        }
        var version = restful.group("version");
        if (restful.group("base") == null) {
            return new ReferenceValue(restful.group("type"), restful.group("id"), version, null, identifier);
        }
        var url = target.substring(0, restful.end("id"));
        return new ReferenceValue(restful.group("type"), null, version, url, identifier);
    }

    private static Optional<ReferenceValue> canonical(@Nullable String text) {
        if (text == null || text.startsWith("#")) {
            return Optional.empty();
        }
        int bar = text.lastIndexOf('|');
        return bar <= 0
                ? Optional.of(new ReferenceValue(null, null, null, text, null))
                : Optional.of(new ReferenceValue(null, null, text.substring(bar + 1), text.substring(0, bar), null));
    }
}
