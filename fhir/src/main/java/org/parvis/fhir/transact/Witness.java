package org.parvis.fhir.transact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Sees who did what, within the transaction that does it: what it keeps is committed with it, or not at all. */
@FunctionalInterface
public interface Witness {

    /** Sees nothing. */
    Witness NOBODY = (_, _) -> {};

    /** These units were carried out and will be committed together. */
    void see(Connection connection, List<Deed> deeds) throws SQLException;
}
