package org.parvis.authority;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parvis.access.Road;
import org.parvis.access.SessionId;

/**
 * One time that software began to act under an approval: a family of tokens, which end together.
 *
 * @param session with which it ends; empty when it outlives the person's session
 * @param patient logical id of the Patient on whom it began
 * @param redirect where its code was sent
 * @param challenge what proves that the code comes back from whoever asked for it (PKCE, S256)
 * @param nonce what the software wants to find again in its identity token
 * @param road how the person had come in
 * @param authenticatedAt when they had
 */
record Delegation(
        UUID id,
        Approval approval,
        Optional<SessionId> session,
        Scopes scopes,
        Optional<String> patient,
        String redirect,
        String challenge,
        Optional<String> nonce,
        Road road,
        Instant authenticatedAt) {}
