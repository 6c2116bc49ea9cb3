package org.parvis.federation;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.Origin;
import org.parvis.access.ReturnAddress;
import org.parvis.access.Secret;
import org.parvis.access.Sessions;
import org.parvis.access.Sessions.Opening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The module's door: sends people to those who vouch for them, and lets them in when they come back. */
public final class Federation {

    private static final Logger LOG = LoggerFactory.getLogger(Federation.class);

    private final SecureRandom random = new SecureRandom();
    private final Optional<ProSanteConnect> proSanteConnect;
    private final OidcRoad road;
    private final PostgresDepartures departures;
    private final PostgresStays stays;
    private final Sessions sessions;
    private final InstantSource clock;

    Federation(
            Optional<ProSanteConnect> proSanteConnect,
            OidcRoad road,
            PostgresDepartures departures,
            PostgresStays stays,
            Sessions sessions,
            InstantSource clock) {
        this.proSanteConnect = proSanteConnect;
        this.road = road;
        this.departures = departures;
        this.stays = stays;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What comes of leaving for a provider. */
    public sealed interface Leaving {
        /**
         * They go.
         *
         * @param address at the provider
         * @param secret what their browser keeps until they come back
         */
        record Gone(String address, Secret secret) implements Leaving {}

        /** No such provider is declared here. */
        record Unknown() implements Leaving {}

        /** They stay, and are told why. */
        record Kept(NotProven reason) implements Leaving {}
    }

    /** What comes of coming back from one. */
    public sealed interface Return {
        /** They are in: this is what their browser keeps, and where they wanted to go. */
        record In(Secret session, ReturnAddress destination) implements Return {}

        /** They are not, and are told why. */
        record Out(NotProven reason) implements Return {}
    }

    public Leaving leave(String key, HttpServletRequest from, ReturnAddress destination) {
        var provider = provider(key);
        if (provider.isEmpty()) {
            return new Leaving.Unknown();
        }
        return road.leave(provider.get(), from, destination)
                .<Leaving>map(leaving -> {
                    var secret = Secret.random(random);
                    departures.add(secret, leaving.departure(), clock.instant());
                    return new Leaving.Gone(leaving.address(), secret);
                })
                .orElseGet(() -> new Leaving.Kept(NotProven.UNREACHABLE));
    }

    /**
     * Receives whoever comes back from a provider.
     *
     * @param secret what their browser kept
     * @param told the parameters of the address at which they arrive
     */
    public Return receive(String key, Secret secret, Map<String, String> told, Origin origin) {
        var provider = provider(key);
        var departure = departures.take(secret, clock.instant());
        if (provider.isEmpty() || departure.isEmpty()) {
            return new Return.Out(NotProven.STALE);
        }
        return switch (road.arrive(provider.get(), departure.get(), told)) {
            case Arrival.Vouched vouched ->
                open(provider.get(), vouched, origin, departure.get().destination());
            case Arrival.Refused(NotProven reason, String detail) -> {
                LOG.warn("{} was not let in by {}: {}, {}", origin.address(), key, reason, detail);
                yield new Return.Out(reason);
            }
        };
    }

    private Return open(Provider provider, Arrival.Vouched vouched, Origin origin, ReturnAddress destination) {
        var identity = proSanteConnect.flatMap(psc -> psc.identify(vouched));
        if (identity.isEmpty()) {
            return new Return.Out(NotProven.UNNAMED);
        }
        return switch (sessions.open(identity.get(), origin)) {
            case Opening.Opened(var session, var secret) -> {
                stays.add(session.id(), provider.key(), identity.get().subject(), vouched);
                yield new Return.In(secret, destination);
            }
            case Opening.Ended _ -> new Return.Out(NotProven.ENDED);
        };
    }

    private Optional<Provider> provider(String key) {
        return proSanteConnect
                .map(ProSanteConnect::provider)
                .filter(provider -> provider.key().equals(key));
    }
}
