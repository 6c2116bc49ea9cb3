package org.parvis.fhir.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.parvis.fhir.outcome.IssueCode;
import org.parvis.fhir.outcome.Refusal;
import org.parvis.fhir.search.Query;
import org.parvis.fhir.search.Query.Parameter;
import org.parvis.fhir.search.Searcher;

/** Reads the R4 Subscription resource with the extensions of the backport, and keeps its status. */
final class SubscriptionResources {

    static final String TYPE = "Subscription";

    private static final int MAX_COUNT = 100;
    private static final int LARGEST_MAX_COUNT = 1000;

    private final Searcher searcher;
    private final SubscriptionSettings settings;

    SubscriptionResources(Searcher searcher, SubscriptionSettings settings) {
        this.searcher = searcher;
        this.settings = settings;
    }

    static Status status(ObjectNode resource) {
        return Status.of(resource.path("status").asText());
    }

    static Optional<String> error(ObjectNode resource) {
        return Optional.ofNullable(resource.get("error")).map(JsonNode::asText);
    }

    /** The topic's canonical, as written. */
    static String criteria(ObjectNode resource) {
        return resource.path("criteria").asText();
    }

    /** The endpoint, as written. */
    static String endpoint(ObjectNode resource) {
        return resource.path("channel").path("endpoint").asText();
    }

    static Optional<Payload> payload(ObjectNode resource) {
        return Backport.extension(resource.path("channel").path("_payload"), "backport-payload-content")
                .flatMap(extension -> Payload.of(extension.path("valueCode").asText()));
    }

    /** Makes a resource say where its subscription stands. */
    static void write(ObjectNode resource, Status status, Optional<String> error) {
        resource.put("status", status.code());
        resource.remove("error");
        error.ifPresent(text -> resource.put("error", text));
    }

    /**
     * What a resource asks for.
     *
     * @throws Refusal when this server cannot give it
     */
    Subscription read(ObjectNode resource) {
        Topic topic = topic(criteria(resource));
        List<Parameter> criteria = criteria(topic, resource.path("_criteria"));
        JsonNode end = resource.path("end");
        return new Subscription(
                topic,
                criteria,
                channel(resource),
                end.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(OffsetDateTime.parse(end.asText()).toInstant()));
    }

    private Topic topic(String canonical) {
        Topic topic = Topic.of(canonical)
                .orElseThrow(() -> refusal(
                        "'%s' is no topic of this server; its topics are like %s."
                                .formatted(canonical, new Topic("Observation").canonical()),
                        "criteria"));
        // An unknown type is refused in the words of a search.
        Query _ = searcher.parse(topic.type(), List.of(), Optional.empty(), false);
        return topic;
    }

    private List<Parameter> criteria(Topic topic, JsonNode element) {
        var criteria = new ArrayList<Parameter>();
        for (JsonNode extension : Backport.extensions(element, "backport-filter-criteria")) {
            String written = extension.path("valueString").asText();
            int mark = written.indexOf('?');
            if (mark > 0 && !written.substring(0, mark).equals(topic.type())) {
                throw refusal(
                        "The filter '%s' is not about %s, of which the topic tells.".formatted(written, topic.type()),
                        "criteria");
            }
            criteria.addAll(Parameter.parse(written.substring(mark + 1)));
        }
        Query query = searcher.parse(topic.type(), criteria, Optional.empty(), false);
        if (!query.includes().isEmpty()
                || !query.sorts().isEmpty()
                || query.page().isPresent()) {
            throw refusal("A filter says which resources count, and nothing of how they are shown.", "criteria");
        }
        return criteria;
    }

    private Channel channel(ObjectNode resource) {
        JsonNode channel = resource.path("channel");
        if (!channel.path("type").asText().equals("rest-hook")
                || Backport.extension(channel.path("_type"), "backport-channel-type")
                        .isPresent()) {
            throw refusal("Only the channel rest-hook is served here.", "channel.type");
        }
        return new Channel(
                endpoint(endpoint(resource)),
                headers(channel.path("header")),
                requiredPayload(resource),
                isXml(channel.path("payload").asText("application/fhir+json")),
                number(channel, "backport-heartbeat-period").map(Duration::ofSeconds),
                timeout(channel),
                number(channel, "backport-max-count")
                        .map(most -> Math.min(most, LARGEST_MAX_COUNT))
                        .orElse(MAX_COUNT));
    }

    private URI endpoint(String written) {
        URI endpoint;
        try {
            endpoint = new URI(written);
        } catch (URISyntaxException e) {
            throw refusal("The endpoint '%s' is no address.".formatted(written), "channel.endpoint");
        }
        String scheme = String.valueOf(endpoint.getScheme());
        if ((!scheme.equals("http") && !scheme.equals("https"))
                || endpoint.getHost() == null
                || endpoint.getUserInfo() != null) {
            throw refusal(
                    "The endpoint '%s' must be an http or https address without user.".formatted(written),
                    "channel.endpoint");
        }
        if (!settings.allows(endpoint)) {
            throw refusal(
                    "Notifications may not be sent to the host '%s'.".formatted(endpoint.getHost()),
                    "channel.endpoint");
        }
        return endpoint;
    }

    private static List<Channel.Header> headers(JsonNode written) {
        return StreamSupport.stream(written.spliterator(), false)
                .map(header -> header(header.asText()))
                .toList();
    }

    private static Channel.Header header(String written) {
        int colon = Math.max(written.indexOf(':'), 0);
        var header = new Channel.Header(
                written.substring(0, colon).trim(), written.substring(colon + 1).trim());
        try {
            HttpRequest.newBuilder().header(header.name(), header.value());
        } catch (IllegalArgumentException e) {
            throw refusal("The header '%s' cannot be sent.".formatted(written), "channel.header");
        }
        return header;
    }

    // Without payload nothing is told but that something happened (R4 subscription.html, channel.payload).
    private static Payload requiredPayload(ObjectNode resource) {
        if (!resource.path("channel").has("payload")) {
            return Payload.EMPTY;
        }
        return payload(resource)
                .orElseThrow(() -> refusal(
                        "The payload needs the extension backport-payload-content: empty, id-only or full-resource.",
                        "channel.payload"));
    }

    private static boolean isXml(String mediaType) {
        return switch (mediaType.split(";", 2)[0].trim()) {
            case "application/fhir+json", "application/json" -> false;
            case "application/fhir+xml", "application/xml" -> true;
            default ->
                throw refusal(
                        "A payload is application/fhir+json or application/fhir+xml, not '%s'.".formatted(mediaType),
                        "channel.payload");
        };
    }

    private Duration timeout(JsonNode channel) {
        Duration asked =
                number(channel, "backport-timeout").map(Duration::ofSeconds).orElse(settings.timeout());
        return asked.compareTo(settings.longestTimeout()) < 0 ? asked : settings.longestTimeout();
    }

    // 0 stands for none.
    private static Optional<Integer> number(JsonNode channel, String id) {
        return Backport.extension(channel, id)
                .map(extension -> extension.path("valueUnsignedInt").asInt()
                        + extension.path("valuePositiveInt").asInt())
                .filter(number -> number > 0);
    }

    private static Refusal refusal(String diagnostics, String element) {
        return Refusal.unprocessable(IssueCode.NOT_SUPPORTED, diagnostics, "Subscription." + element);
    }
}
