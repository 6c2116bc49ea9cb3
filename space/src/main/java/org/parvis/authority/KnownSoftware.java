package org.parvis.authority;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Known software as Spring's authorization server sees it: it signs, and gets short tokens that say nothing by themselves. */
final class KnownSoftware implements RegisteredClientRepository {

    /** SMART backend services: no longer than five minutes. */
    private static final TokenSettings TOKENS = TokenSettings.builder()
            .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
            .accessTokenTimeToLive(Duration.ofMinutes(5))
            .build();

    private final PostgresSoftware software;

    KnownSoftware(PostgresSoftware software) {
        this.software = software;
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
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(software.scopes()))
                .tokenSettings(TOKENS)
                .build();
    }
}
