package org.parvis.federation;

import java.util.UUID;

/**
 * Somebody on their way from a workstation whose gateway announced them.
 *
 * @param gateway its certificate, as it was declared
 * @param structure logical id of the Organization whose network it is
 * @param family the role family in which they work there
 */
record Pass(UUID gateway, String structure, Member member, String family) {}
