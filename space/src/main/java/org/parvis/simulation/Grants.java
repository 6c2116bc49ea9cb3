package org.parvis.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The software that a simulated provider knows, and what it has granted to it. */
final class Grants {

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> accesses = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Grants(InstantSource clock) {
        this.clock = clock;
    }

    void know(Client client) {
        clients.put(client.id(), client);
    }

    Optional<Client> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    /** A code for somebody who was chosen. */
    String code(Client client, Map<String, String> asked, TestPerson person) {
        var code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Grant(
                        client,
                        asked.getOrDefault("redirect_uri", ""),
                        asked.getOrDefault("nonce", ""),
                        asked.getOrDefault("code_challenge", ""),
                        asked.getOrDefault("acr_values", "eidas1"),
                        person,
                        UUID.randomUUID().toString(),
                        clock.instant()));
        return code;
    }

    /** What a code stands for: once, and not for long. */
    Optional<Grant> redeem(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(grant -> clock.instant().isBefore(grant.at().plus(CODE_LIFE)));
    }

    /** A token with which software may ask about the person. */
    String access(Grant grant) {
        var token = UUID.randomUUID().toString();
        accesses.put(token, grant);
        return token;
    }

    Optional<Grant> accessed(String token) {
        return Optional.ofNullable(accesses.get(token));
    }

    /** Ends the session of this id; tells what it was. */
    Optional<Grant> end(String session) {
        var ended = accesses.entrySet().stream()
                .filter(access -> access.getValue().session().equals(session))
                .findFirst();
        ended.ifPresent(access -> accesses.remove(access.getKey()));
        return ended.map(Map.Entry::getValue);
    }
}
