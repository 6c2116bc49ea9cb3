package org.parvis.records;

import java.time.Instant;
import org.parvis.access.Visitor;

/**
 * A visitor opened a patient's record.
 *
 * @param patient logical id of the Patient
 */
public record RecordOpened(Visitor visitor, String patient, Instant at) {}
