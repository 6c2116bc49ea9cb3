package org.parvis.authority;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Known software as Spring's authorization server sees it: how it proves which it is. What it may, {@link Grants} says. */
final class KnownSoftware implements RegisteredClientRepository {

    private final PostgresSoftware software;

    KnownSoftware(PostgresSoftware software) {
        this.software = software;
    }

    /** The software that has proved which it is. */
    static Software of(OAuth2ClientAuthenticationToken proved, PostgresSoftware software) {
        return software.find(requireNonNull(proved.getRegisteredClient()).getClientId())
                .orElseThrow();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Software is made known on a page");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return software.find(id).map(KnownSoftware::client).orElse(null);
    }

    private static RegisteredClient client(Software software) {
        return RegisteredClient.withId(software.id())
                .clientId(software.id())
                .clientName(software.name())
                .clientAuthenticationMethod(
                        software.signs() ? ClientAuthenticationMethod.PRIVATE_KEY_JWT : ClientAuthenticationMethod.NONE)
                // It wants one; all of them come to our own door.
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }
}
