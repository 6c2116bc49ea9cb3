package org.parvis.federation;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What comes of a journey to an identity provider. */
sealed interface Arrival {

    /**
     * The provider vouches for somebody.
     *
     * @param identity its signed token about them, which also ends the session there
     * @param session the name of that session; empty when it has none
     * @param claims all that it tells of them
     */
    record Vouched(String identity, String session, ObjectNode claims) implements Arrival {}

    /** It does not, or not in a way that can be believed. */
    record Refused(NotProven reason, String detail) implements Arrival {}
}
