package org.parvis.access;

import java.time.Instant;

/** What happened at the door: what the trace keeps and the person can be told. */
public sealed interface AccessEvent {

    Instant at();

    /** Somebody came in. */
    record SessionOpened(Session session, Instant at) implements AccessEvent {}

    /** A session is over, because its holder or a referent ended it. Those that run out are not told. */
    record SessionClosed(Session session, Closing closing, Instant at) implements AccessEvent {}

    /** Somebody was kept out. */
    record LoginRefused(String login, Refusal refusal, Origin origin, Instant at) implements AccessEvent {}

    /** An account exists from now on. */
    record AccountOpened(Account account, Origin origin, Instant at) implements AccessEvent {}

    /** Somebody accepted the usage charter. */
    record CharterAccepted(Account account, int version, Instant at) implements AccessEvent {}

    /** Somebody said in which of their structures they act from now on. */
    record PositionTaken(Session session, Position position, Instant at) implements AccessEvent {}

    /** A referent invited somebody. */
    record PersonInvited(Account by, Invitation invitation, Instant at) implements AccessEvent {}

    /** A referent did something to a position in their structure. */
    record PositionManaged(Account by, String structure, String role, Referents.Deed deed, Instant at)
            implements AccessEvent {}

    /** Somebody has a new password, after they had lost the old one. */
    record PasswordRenewed(Account account, Origin origin, Instant at) implements AccessEvent {}

    /** Somebody closed their own account for good. */
    record AccountClosed(Account account, Origin origin, Instant at) implements AccessEvent {}

    /** A professional handed somebody a code for this patient's record. */
    record RecordCodeHandedOver(Visitor by, String patient, Instant at) implements AccessEvent {}

    /** A citizen reached this patient's record, as their own, by a code. */
    record RecordTied(Session session, String patient, Instant at) implements AccessEvent {}

    /** Somebody lets software act in their name. */
    record SoftwareApproved(Session session, String software, Instant at) implements AccessEvent {}

    /** Somebody took that back. */
    record SoftwareWithdrawn(Session session, String software, Instant at) implements AccessEvent {}

    /** Why a session ended before its time. */
    enum Closing {
        LOGGED_OUT,
        /** By its holder, from another session. */
        REVOKED,
        ACCOUNT_ENDED
    }

    /** Why somebody was kept out; they are told less. */
    enum Refusal {
        UNKNOWN_LOGIN,
        WRONG_PASSWORD,
        WRONG_CODE,
        WRONG_PASSKEY,
        TOO_MANY_TRIES,
        ACCOUNT_ENDED
    }
}
