package org.parvis.fhir.subscription;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.parvis.fhir.feed.Backoff;

/**
 * How subscribers are told.
 *
 * @param allowedHosts hosts to which notifications may be sent; empty for all
 * @param timeout longest wait for an endpoint's answer when the subscription names none
 * @param longestTimeout longest wait that a subscription may ask for
 * @param backoff pauses after an endpoint did not take a notification
 */
public record SubscriptionSettings(
        Set<String> allowedHosts, Duration timeout, Duration longestTimeout, Backoff backoff) {

    public SubscriptionSettings {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** The settings of a server that nobody configured. */
    public static SubscriptionSettings defaults() {
        return new SubscriptionSettings(
                Set.of(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)));
    }

    /** The same for these hosts only; for all when there is none. */
    public SubscriptionSettings restrictedTo(Set<String> hosts) {
        return new SubscriptionSettings(hosts, timeout, longestTimeout, backoff);
    }

    boolean allows(URI endpoint) {
        return allowedHosts.isEmpty()
                || allowedHosts.contains(endpoint.getHost().toLowerCase(Locale.ROOT));
    }
}
