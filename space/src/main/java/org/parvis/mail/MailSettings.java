package org.parvis.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's mail server.
 *
 * @param host without it, Parvis sends no mail
 * @param user without it, the server is not asked to recognise Parvis
 * @param startTls whether the connection must be encrypted; only a server on this machine can do without
 * @param from who the letters come from
 * @param patience how long the server may take for each step
 */
@ConfigurationProperties("parvis.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("true") boolean startTls,
        @DefaultValue("ne-pas-repondre@localhost") String from,
        @DefaultValue("10s") Duration patience) {}
