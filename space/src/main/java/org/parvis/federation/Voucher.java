package org.parvis.federation;

/** Somebody who vouches for people: where they are sent, and what is made of what comes back. */
interface Voucher {

    Provider provider();

    Verdict identify(Arrival.Vouched vouched);
}
