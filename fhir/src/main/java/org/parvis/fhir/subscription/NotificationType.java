package org.parvis.fhir.subscription;

import java.util.Locale;

/** Why a status is told (valueset-subscription-notification-type). */
enum NotificationType {
    HANDSHAKE,
    HEARTBEAT,
    EVENT_NOTIFICATION,
    QUERY_STATUS,
    QUERY_EVENT;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String code() {
        return code;
    }
}
