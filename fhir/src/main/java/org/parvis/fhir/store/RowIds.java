package org.parvis.fhir.store;

/** Gives out rids in time order, from blocks of 1000 that the database hands to each node. */
final class RowIds {

    private static final int BLOCK = 1000;

    private final Database database;
    private long next;
    private long end;

    RowIds(Database database) {
        this.database = database;
    }

    synchronized long next() {
        if (next == end) {
            next = database.read(connection ->
                    Statements.one(connection, new Sql("select nextval('fhir.rid_block')"), rows -> rows.getLong(1)));
            end = next + BLOCK;
        }
        return next++;
    }
}
