package org.parvis.simulation;

import java.time.Instant;

/** What a code stands for until it is redeemed: who chose whom, for which software. */
record Grant(
        Client client,
        String redirectUri,
        String nonce,
        String challenge,
        String level,
        TestPerson person,
        String session,
        Instant at) {}
