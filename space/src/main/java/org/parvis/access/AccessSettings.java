package org.parvis.access;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is let in, and for how long.
 *
 * @param trustedLoopback whether programs of this machine come in without proving anything, as its operator: for benches
 * @param folder where the server's key and the tokens of `./parvis token` are; servers that share a database share the key
 * @param idle after how long without a request a session ends
 * @param longest after how long a session ends in any case
 * @param boundIdle as idle, for a session that an establishment's network opened on a workstation that many use
 * @param boundLongest as longest, for such a session
 * @param tokens how long a token of `./parvis token` serves
 * @param accountTries wrong tries on one account before each next one has to wait
 * @param addressTries wrong tries from one address before each next one has to wait: a hospital is one address
 * @param longestWait the longest that a next try has to wait
 * @param breachedPasswords passwords that were stolen elsewhere: the file of Have I Been Pwned, sorted by SHA-1 hash
 * @param charter the usage charter, a text whose first line is its version; without it, Parvis's own
 * @param address under which people reach this server, such as `https://parvis.example`; for links in mails
 */
@ConfigurationProperties("parvis.access")
record AccessSettings(
        @DefaultValue("false") boolean trustedLoopback,
        @DefaultValue("data/access") Path folder,
        @DefaultValue("1h") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("15m") Duration boundIdle,
        @DefaultValue("4h") Duration boundLongest,
        @DefaultValue("1h") Duration tokens,
        @DefaultValue("5") int accountTries,
        @DefaultValue("50") int addressTries,
        @DefaultValue("15m") Duration longestWait,
        @Nullable Path breachedPasswords,
        @Nullable Path charter,
        @Nullable String address) {}
