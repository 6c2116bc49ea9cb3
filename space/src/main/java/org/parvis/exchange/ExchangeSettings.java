package org.parvis.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.export.ExportSettings;
import org.parvis.fhir.rest.FhirSettings;
import org.parvis.fhir.search.SearchLimits;
import org.parvis.fhir.subscription.SubscriptionSettings;
import org.parvis.fhir.trace.TraceSettings;
import org.parvis.fhir.validation.ValidationMode;
import org.parvis.fhir.validation.ValidationSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the store answers other software, and what one of its requests may cost.
 *
 * @param base address under which callers reach the store; taken from each request when absent
 * @param body longest body, unpacked
 * @param depth deepest nesting of a body
 * @param stringLength longest string; base64 content is bounded by the body alone
 * @param bundleEntries most entries of one Bundle
 * @param nodes most objects, arrays and values of one body
 * @param page matches on a page when the caller names no number
 * @param longestPage most matches on a page
 * @param included most resources that includes add to a page
 * @param chain most references in a chain
 * @param alternatives most comma-separated values of one parameter
 * @param statementTimeout how long one database statement may run
 * @param zone in which dates without a zone are meant
 * @param checksReferences whether what a resource refers to must be here
 * @param traced whether accesses are told in the trace; without, only what the trace costs can be measured
 * @param journal folder on a disk of this machine where accesses are written down before they reach the database
 * @param packages the folder of FHIR packages (`.tgz`) whose profiles are known; none when it is not there
 * @param validation by resource type whether writes are held to their profiles: `off`, `warn`, `enforce`
 * @param exports where exports are kept, and how much of the server they may take
 * @param notifiedHosts hosts to which subscribers' notifications may be sent; all when empty
 */
@ConfigurationProperties("parvis.fhir")
record ExchangeSettings(
        @Nullable String base,
        @DefaultValue("50MB") DataSize body,
        @DefaultValue("64") int depth,
        @DefaultValue("5MB") DataSize stringLength,
        @DefaultValue("10000") int bundleEntries,
        @DefaultValue("3000000") int nodes,
        @DefaultValue("20") int page,
        @DefaultValue("1000") int longestPage,
        @DefaultValue("1000") int included,
        @DefaultValue("3") int chain,
        @DefaultValue("1000") int alternatives,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("Europe/Paris") ZoneId zone,
        @DefaultValue("true") boolean checksReferences,
        @DefaultValue("true") boolean traced,
        @DefaultValue("data/trace") Path journal,
        @DefaultValue("data/packages") Path packages,
        @DefaultValue Map<String, ValidationMode> validation,
        @DefaultValue ExportFiles exports,
        @DefaultValue Set<String> notifiedHosts) {

    /**
     * Bulk exports.
     *
     * @param folder where their files are written; servers that share a database share it too
     * @param lifetime how long the files of a complete export can be fetched
     * @param running most exports that run at once
     * @param unfinished most unfinished exports of one requester
     */
    record ExportFiles(
            @DefaultValue("data/exports") Path folder,
            @DefaultValue("24h") Duration lifetime,
            @DefaultValue("2") int running,
            @DefaultValue("10") int unfinished) {

        ExportSettings store() {
            return new ExportSettings(folder, lifetime, running, unfinished);
        }
    }

    FhirSettings store() {
        return new FhirSettings(
                Optional.ofNullable(base),
                new Limits(bytes(body), depth, bytes(stringLength), bundleEntries, nodes),
                new SearchLimits(page, longestPage, included, chain, alternatives),
                statementTimeout,
                zone,
                checksReferences,
                new TraceSettings(traced, journal),
                new ValidationSettings(Optional.of(packages).filter(Files::isDirectory), validation),
                exports.store(),
                SubscriptionSettings.defaults().restrictedTo(notifiedHosts));
    }

    BoundedBody bodies() {
        return new BoundedBody(bytes(body));
    }

    private static int bytes(DataSize size) {
        return Math.toIntExact(size.toBytes());
    }
}
