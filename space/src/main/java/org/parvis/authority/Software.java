package org.parvis.authority;

import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Software that asks the store in a structure's name, without anybody before it.
 *
 * @param id as it names itself: its client id
 * @param structure logical id of its Organization
 * @param scopes the most that it may ask for
 * @param keys its public keys, by which its signatures are checked
 */
public record Software(String id, String name, String structure, Set<String> scopes, String keys) {

    public Software {
        scopes = Set.copyOf(scopes);
    }

    /** What is wrong with a declaration, if anything. */
    public Optional<Fault> fault() {
        if (scopes.isEmpty()
                || !scopes.stream().allMatch(scope -> SmartScope.of(scope).isPresent())) {
            return Optional.of(Fault.SCOPES);
        }
        return publicKeys().getKeys().isEmpty() ? Optional.of(Fault.KEYS) : Optional.empty();
    }

    /** What an operator is told of a declaration. */
    public enum Fault {
        SCOPES,
        KEYS,
        STRUCTURE
    }

    /** Scopes as OAuth writes them. */
    static Set<String> scopes(String spaced) {
        return Arrays.stream(spaced.strip().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toSet());
    }

    JWKSet publicKeys() {
        try {
            return JWKSet.parse(keys).toPublicJWKSet();
        } catch (ParseException broken) {
            return new JWKSet();
        }
    }
}
