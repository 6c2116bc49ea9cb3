package org.parvis.trace;

import java.util.Optional;
import org.parvis.web.When;

/**
 * A patient asking the data protection officer whether an access was right.
 *
 * @param task logical id of the Task that carries it
 * @param entry the entry of the trace
 * @param patient logical id of the Patient
 * @param answer what the officer found; empty while it is awaited
 */
public record Contest(String task, String entry, String patient, When asked, String reason, Optional<String> answer) {}
