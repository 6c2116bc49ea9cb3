package org.parvis.federation;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.Origin;
import org.parvis.access.OutsideRoad;
import org.parvis.access.OutsideRoads;
import org.parvis.access.ReturnAddress;
import org.parvis.access.Secret;
import org.parvis.access.SessionId;
import org.parvis.access.Sessions;
import org.parvis.access.Sessions.Opening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The module's door: sends people to those who vouch for them, lets them in when they come back, and sees them out. */
public final class Federation implements OutsideRoads {

    private static final Logger LOG = LoggerFactory.getLogger(Federation.class);

    private final SecureRandom random = new SecureRandom();
    private final Vouchers vouchers;
    private final OidcRoad road;
    private final PostgresDepartures departures;
    private final PostgresStays stays;
    private final Sessions sessions;
    private final InstantSource clock;

    Federation(
            Vouchers vouchers,
            OidcRoad road,
            PostgresDepartures departures,
            PostgresStays stays,
            Sessions sessions,
            InstantSource clock) {
        this.vouchers = vouchers;
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

    @Override
    public List<OutsideRoad> open() {
        var roads = new ArrayList<OutsideRoad>();
        for (var provider : vouchers.national()) {
            roads.add(new OutsideRoad("/connexion/par/" + provider.key(), "federation.road." + provider.key()));
        }
        if (vouchers.includeEstablishments()) {
            roads.add(new OutsideRoad("/connexion/etablissement", "federation.road.establishment"));
        }
        return roads;
    }

    @Override
    public Optional<String> farewell(SessionId session, String back) {
        return stays.take(session)
                .flatMap(stay -> vouchers.find(stay.provider())
                        .flatMap(voucher ->
                                road.farewell(voucher.provider(), stay.identity(), Secret.random(random), back)));
    }

    public Leaving leave(String key, HttpServletRequest from, ReturnAddress destination) {
        var voucher = vouchers.find(key);
        if (voucher.isEmpty()) {
            return new Leaving.Unknown();
        }
        return road.leave(voucher.get().provider(), from, destination)
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
        var voucher = vouchers.find(key);
        var departure = departures.take(secret, clock.instant());
        if (voucher.isEmpty() || departure.isEmpty()) {
            return new Return.Out(NotProven.STALE);
        }
        return switch (road.arrive(voucher.get().provider(), departure.get(), told)) {
            case Arrival.Vouched vouched ->
                open(voucher.get(), vouched, origin, departure.get().destination());
            case Arrival.Refused(NotProven reason, String detail) -> {
                LOG.warn("{} was not let in by {}: {}, {}", origin.address(), key, reason, detail);
                yield new Return.Out(reason);
            }
        };
    }

    /**
     * Ends what stands on a session that has ended at a provider (OpenID Connect Back-Channel Logout).
     *
     * @param told the provider's signed token about it
     * @return whether it can be believed
     */
    public boolean end(String key, String told) {
        var ended = vouchers.find(key).flatMap(voucher -> road.ended(voucher.provider(), told));
        ended.ifPresent(end -> stays.take(key, end.session(), end.subject()).forEach(sessions::leave));
        return ended.isPresent();
    }

    private Return open(Voucher voucher, Arrival.Vouched vouched, Origin origin, ReturnAddress destination) {
        return switch (voucher.identify(vouched)) {
            case Verdict.Known(var identity) ->
                switch (sessions.open(identity, origin)) {
                    case Opening.Opened(var session, var secret) -> {
                        stays.add(
                                session.id(),
                                voucher.provider().key(),
                                identity.subject(),
                                vouched.session(),
                                vouched.identity());
                        yield new Return.In(secret, destination);
                    }
                    case Opening.Ended _ -> new Return.Out(NotProven.ENDED);
                };
            case Verdict.Unknown(NotProven reason) -> new Return.Out(reason);
        };
    }
}
