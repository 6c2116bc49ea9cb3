package org.parvis.access;

import java.time.Instant;

/**
 * The glass broken: one professional has opened one patient's record for a while, and said why.
 *
 * @param task logical id of the Task that says so
 */
public record EmergencyAccess(String task, String reason, Instant from, Instant until) {}
