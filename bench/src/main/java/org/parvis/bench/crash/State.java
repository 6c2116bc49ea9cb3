package org.parvis.bench.crash;

/** What a resource must be: its version, the value that this version carries, and whether it is deleted. */
record State(int version, int value, boolean deleted) {

    State updated(int newValue) {
        return new State(version + 1, newValue, false);
    }

    State erased() {
        return new State(version + 1, value, true);
    }

    /** A deleted resource carries no value to compare. */
    boolean matches(State found) {
        return version == found.version
                && deleted == found.deleted
                && (deleted || value == found.value);
    }
}
