package org.parvis.federation;

import java.time.Instant;
import org.parvis.access.ReturnAddress;

/**
 * Somebody on their way to an identity provider: what must come back with them.
 *
 * @param provider its key
 * @param state echoed by the answer: proves that it answers this
 * @param nonce told by its tokens, as a hash: proves that they were made for this
 * @param verifier of which the provider knows the hash (PKCE): proves that who redeems the code asked for it
 * @param redirectUri where they are to come back
 * @param destination where they go once they are in
 */
record Departure(
        String provider,
        String state,
        String nonce,
        String verifier,
        String redirectUri,
        ReturnAddress destination,
        Instant endsAt) {}
