package org.parvis.federation;

import java.time.Instant;

/**
 * What a gateway states of somebody who sits at a workstation of its establishment.
 *
 * @param id by which it is believed once
 * @param family the role family in which they work there
 */
record Statement(String id, Member member, String family, Instant endsAt) {}
