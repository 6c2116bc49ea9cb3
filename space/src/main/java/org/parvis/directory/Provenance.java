package org.parvis.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.parvis.web.When;

/**
 * Who says something, and when they last said it.
 *
 * @param source the site that tells it; empty when it was written here
 */
public record Provenance(Optional<String> source, Optional<Instant> at) {

    private static final Pattern SITE = Pattern.compile("https?://([^/:?#]+).*");

    static Provenance of(ObjectNode resource) {
        var site = SITE.matcher(resource.at("/meta/source").asText());
        return new Provenance(
                site.matches() ? Optional.of(site.group(1)) : Optional.empty(),
                When.read(resource.at("/meta/lastUpdated").asText()).map(When::start));
    }
}
