package org.parvis.trace;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.access.Origin;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.trace.Action;
import org.parvis.fhir.trace.Entry;
import org.parvis.fhir.trace.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets go, once a day, what the trace has kept as long as it must, and says so in the trace. */
@Component
@EnableConfigurationProperties(TraceSettings.class)
final class TraceUpkeep implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TraceUpkeep.class);

    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("trace-upkeep").unstarted(task));
    private final FhirEndpoint endpoint;
    private final TraceSettings settings;
    private final InstantSource clock;

    TraceUpkeep(FhirEndpoint endpoint, TraceSettings settings, InstantSource clock) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var _ = daily.scheduleWithFixedDelay(this::retireOrTell, 10, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    private void retireOrTell() {
        try {
            retire();
        } catch (RuntimeException fault) {
            // Thrown on, it would end the upkeep of all days to come.
            LOG.error("What the trace has kept long enough was not let go", fault);
        }
    }

    /** Lets go what is old enough now. */
    void retire() {
        LocalDate before = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(settings.years());
        boolean some = false;
        while (endpoint.trace().retire(before)) {
            some = true;
        }
        if (some) {
            endpoint.trace().keep(entry(before));
            LOG.info("The trace before {} has been kept its time; its seals stay", before);
        }
    }

    private Entry entry(LocalDate before) {
        return Entry.of(
                ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()),
                Caller.system(),
                Origin.here(),
                Action.OPERATION,
                Outcome.SUCCESS,
                "AuditEvent",
                "kept its time: before " + before);
    }

    @Override
    public void destroy() {
        daily.shutdownNow();
    }
}
