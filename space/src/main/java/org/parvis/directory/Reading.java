package org.parvis.directory;

import org.parvis.access.Visitor;

/** Who reads the directory: some contacts and units are for professionals alone. */
enum Reading {
    BY_PROFESSIONALS,
    BY_EVERYBODY;

    static Reading of(Visitor visitor) {
        return visitor.audience() == Visitor.Audience.CITIZEN ? BY_EVERYBODY : BY_PROFESSIONALS;
    }
}
