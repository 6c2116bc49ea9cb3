package org.parvis.fhir.rest;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.parvis.fhir.content.Limits;
import org.parvis.fhir.export.ExportSettings;
import org.parvis.fhir.search.SearchLimits;
import org.parvis.fhir.subscription.SubscriptionSettings;
import org.parvis.fhir.trace.TraceSettings;
import org.parvis.fhir.validation.ValidationSettings;

/**
 * How the store answers.
 *
 * @param base address under which callers reach the store; taken from each request when absent
 * @param limits what one request may weigh
 * @param searchLimits bounds of a search
 * @param statementTimeout how long one database statement may run
 * @param zone in which dates without a zone are meant
 * @param checksReferences whether what a resource refers to must be here
 * @param trace whether accesses are kept, and where
 * @param validation which profiles are known, and which writes are held to them
 * @param exports where exports are kept, and how much of the server they may take
 * @param subscriptions how subscribers are told
 */
public record FhirSettings(
        Optional<String> base,
        Limits limits,
        SearchLimits searchLimits,
        Duration statementTimeout,
        ZoneId zone,
        boolean checksReferences,
        TraceSettings trace,
        ValidationSettings validation,
        ExportSettings exports,
        SubscriptionSettings subscriptions) {

    /** The settings of a server that nobody configured. */
    public static FhirSettings defaults() {
        return new FhirSettings(
                Optional.empty(),
                Limits.standard(),
                SearchLimits.DEFAULTS,
                Duration.ofSeconds(30),
                ZoneId.of("Europe/Paris"),
                true,
                TraceSettings.defaults(),
                ValidationSettings.standard(),
                ExportSettings.defaults(),
                SubscriptionSettings.defaults());
    }

    public FhirSettings with(TraceSettings other) {
        return with(other, validation, exports, subscriptions);
    }

    public FhirSettings with(ValidationSettings other) {
        return with(trace, other, exports, subscriptions);
    }

    public FhirSettings with(ExportSettings other) {
        return with(trace, validation, other, subscriptions);
    }

    public FhirSettings with(SubscriptionSettings other) {
        return with(trace, validation, exports, other);
    }

    private FhirSettings with(
            TraceSettings otherTrace,
            ValidationSettings otherValidation,
            ExportSettings otherExports,
            SubscriptionSettings otherSubscriptions) {
        return new FhirSettings(
                base,
                limits,
                searchLimits,
                statementTimeout,
                zone,
                checksReferences,
                otherTrace,
                otherValidation,
                otherExports,
                otherSubscriptions);
    }
}
