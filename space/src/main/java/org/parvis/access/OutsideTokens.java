package org.parvis.access;

import java.util.Optional;

/** Knows who somebody is by a token that an identity provider gave to software of theirs. */
@FunctionalInterface
public interface OutsideTokens {

    /** Whose it is; empty when it is good for nothing. */
    Optional<ProvenIdentity> whose(String token);
}
