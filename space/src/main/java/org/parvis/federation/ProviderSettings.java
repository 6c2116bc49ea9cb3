package org.parvis.federation;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an identity provider is reached, and how this server proves to it which software it is.
 *
 * @param issuer as it names itself in its tokens
 * @param discovery where it says where everything is; the usual place below the issuer when none is given
 * @param clientId under which it knows this server
 * @param clientSecret by which this server proves to be that; or
 * @param privateKey the file of an RSA key (PKCS#8, PEM) with which it signs instead
 * @param scopes what is asked for; what such a provider usually is, when none is given
 * @param levels how surely people must have proved who they are (`acr`), the one asked for first; as usual when none is given
 */
record ProviderSettings(
        String issuer,
        @Nullable URI discovery,
        String clientId,
        @Nullable String clientSecret,
        @Nullable Path privateKey,
        @DefaultValue List<String> scopes,
        @DefaultValue List<String> levels) {

    private static final Pattern TRUSTWORTHY =
            Pattern.compile("https://.+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?");

    ProviderSettings {
        if (!TRUSTWORTHY.matcher(issuer).matches()) {
            throw new IllegalArgumentException(
                    "%s is reached without TLS: nothing it says can be believed".formatted(issuer));
        }
        if ((clientSecret == null) == (privateKey == null)) {
            throw new IllegalArgumentException(
                    "Give either the client secret or the private key of this server at %s".formatted(issuer));
        }
    }

    /** The same, with these where the settings give none. */
    ProviderSettings usually(List<String> usualScopes, List<String> usualLevels) {
        return new ProviderSettings(
                issuer,
                discovery,
                clientId,
                clientSecret,
                privateKey,
                scopes.isEmpty() ? usualScopes : scopes,
                levels.isEmpty() ? usualLevels : levels);
    }

    URI discoveryAddress() {
        return Objects.requireNonNullElseGet(discovery, () -> URI.create(issuer + "/.well-known/openid-configuration"));
    }
}
