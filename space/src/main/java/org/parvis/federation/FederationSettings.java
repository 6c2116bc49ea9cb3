package org.parvis.federation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which national providers vouch for people here. A road without settings is closed.
 *
 * @param proSanteConnect for professionals
 * @param citizens for citizens: FranceConnect, or one of its kind
 */
@ConfigurationProperties("parvis.federation")
record FederationSettings(
        @Nullable ProviderSettings proSanteConnect,
        @Nullable ProviderSettings citizens) {}
