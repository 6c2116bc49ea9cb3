package org.parvis.federation;

import org.parvis.access.ProvenIdentity;

/** Who somebody is for this server, whom a provider vouches for. */
sealed interface Verdict {

    record Known(ProvenIdentity identity) implements Verdict {}

    record Unknown(NotProven reason) implements Verdict {}
}
