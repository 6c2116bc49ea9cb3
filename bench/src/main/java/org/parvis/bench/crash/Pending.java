package org.parvis.bench.crash;

/** A write that was under way when the server died: it happened as a whole, or not at all. */
sealed interface Pending {

    /** A new version, or the deletion, of a known resource. */
    record Change(Key key, State next) implements Pending {}

    /** One or several resources under a marker of their own. */
    record Creation(String marker, int resources) implements Pending {}
}
