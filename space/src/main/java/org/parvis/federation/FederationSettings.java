package org.parvis.federation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which national providers vouch for people here. A road without settings is closed.
 *
 * @param proSanteConnect for professionals
 * @param citizens for citizens: FranceConnect, or one of its kind
 * @param audience what a gateway's statement must say it is meant for: the name of this space, which no other space uses
 */
@ConfigurationProperties("parvis.federation")
record FederationSettings(
        @Nullable ProviderSettings proSanteConnect,
        @Nullable ProviderSettings citizens,
        @DefaultValue("parvis") String audience) {}
