package org.parvis.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parvis.mail.Letter;
import org.parvis.mail.LetterBox;
import org.parvis.web.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to referents, once a month at most, while positions of their structure wait for their yearly review. */
@Component
final class Reminders implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private static final Duration TO_CONFIRM = Duration.ofDays(365);
    private static final Duration BETWEEN = Duration.ofDays(30);

    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("reminders").unstarted(task));
    private final PostgresReferents referents;
    private final StaffDirectory staff;
    private final LetterBox letters;
    private final Pages pages;
    private final InstantSource clock;

    Reminders(PostgresReferents referents, StaffDirectory staff, LetterBox letters, Pages pages, InstantSource clock) {
        this.referents = referents;
        this.staff = staff;
        this.letters = letters;
        this.pages = pages;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var _ = daily.scheduleWithFixedDelay(this::sendOrTell, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    private void sendOrTell() {
        try {
            send();
        } catch (RuntimeException fault) {
            // Thrown on, it would end the reminders of all days to come.
            LOG.error("The reminders of today were not sent", fault);
        }
    }

    /** Sends the reminders that are due now. */
    void send() {
        if (!letters.isOpen()) {
            return;
        }
        var now = clock.instant();
        for (var reminder : referents.takeReminders(now.minus(TO_CONFIRM), now.minus(BETWEEN), now)) {
            var structure = staff.structure(reminder.structure())
                    .map(StaffDirectory.Structure::name)
                    .orElse(reminder.structure());
            letters.post(new Letter(
                    reminder.mail(),
                    pages.say("access.mail.review.subject", structure),
                    pages.say("access.mail.review.text", reminder.name(), structure, reminder.accounts())));
        }
    }

    @Override
    public void destroy() {
        daily.shutdownNow();
    }
}
