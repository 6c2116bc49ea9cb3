package org.parvis.fhir.validation;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.outcome.Issue;
import org.parvis.fhir.outcome.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds resources to their profiles. Getting ready takes seconds, so it happens on a thread of its own: at once when
 * the settings expect validation, else when it is first asked for. Safe for use by many threads.
 */
public final class Validation {

    private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

    private final ValidationSettings settings;
    private final FutureTask<ProfileValidator> validator;
    private final AtomicBoolean started = new AtomicBoolean();

    private Validation(FhirContext r4, ValidationSettings settings) {
        this.settings = settings;
        this.validator = new FutureTask<>(() -> ProfileValidator.ready(r4, settings.packages()));
    }

    /** Validation with these settings, getting ready in the background if they expect it. */
    public static Validation open(FhirContext r4, ValidationSettings settings) {
        var validation = new Validation(r4, settings);
        if (settings.expectsValidation()) {
            validation.getReady();
        }
        return validation;
    }

    /** Whether an answer would come without waiting for definitions to be read. */
    public boolean isReady() {
        return validator.state() == Future.State.SUCCESS;
    }

    /**
     * What is wrong with a resource, seen by R4, by the profiles that it claims in its meta, and by one more.
     *
     * @param profile canonical URL of that profile, with or without {@code |version}
     */
    public List<Issue> validate(ObjectNode resource, @Nullable String profile) {
        return readyValidator().validate(resource, profile);
    }

    /** What a write that is carried out says about the profiles of a resource. Refuses it with 422 where its type enforces them. */
    public List<Issue> onWrite(ObjectNode resource) {
        ValidationMode mode = settings.mode(resource.path("resourceType").asText());
        if (mode == ValidationMode.OFF) {
            return List.of();
        }
        List<Issue> issues = validate(resource, null);
        if (mode == ValidationMode.ENFORCE && issues.stream().anyMatch(Issue::refuses)) {
            throw new Refusal(422, issues);
        }
        return issues.stream().map(Issue::tolerated).toList();
    }

    private ProfileValidator readyValidator() {
        getReady();
        try {
            return validator.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Validation could not get ready", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server stops while validation gets ready", stopped);
        }
    }

    private void getReady() {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("validation-getting-ready").start(this::runAndTell);
        }
    }

    private void runAndTell() {
        validator.run();
        if (validator.state() == Future.State.FAILED) {
            LOG.error("Validation could not get ready", validator.exceptionNow());
        }
    }
}
