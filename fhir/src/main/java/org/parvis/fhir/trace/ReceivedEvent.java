package org.parvis.fhir.trace;

/**
 * An AuditEvent that another system sent, and what it is searched by.
 *
 * @param started when it began, microseconds since 1970 UTC
 * @param event its type, `system|code`
 * @param subtype its first subtype, `system|code`; empty for none
 * @param action its action: C, R, U, D or E; empty for none
 * @param json all of it
 */
public record ReceivedEvent(long started, String event, String subtype, String action, String json) {}
