package org.parvis.portal;

import org.parvis.access.Visitor;
import org.parvis.records.RecordOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers which records each person opened last, so that their home page leads back to them. */
@Component
class OpenedRecords {

    private final PostgresHomes homes;

    OpenedRecords(PostgresHomes homes) {
        this.homes = homes;
    }

    @EventListener
    void remember(RecordOpened opened) {
        if (opened.visitor().audience() == Visitor.Audience.PROFESSIONAL) {
            homes.opened(person(opened.visitor()), opened.patient(), opened.at());
        }
    }

    /** As whom a visitor is remembered. */
    static String person(Visitor visitor) {
        return visitor.caller().person().orElse(visitor.name());
    }
}
