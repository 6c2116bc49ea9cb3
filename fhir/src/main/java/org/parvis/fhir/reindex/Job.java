package org.parvis.fhir.reindex;

import java.util.List;

/** A piece of indexing that is to be done, as its rows in fhir.indexing say. */
sealed interface Job {

    /** A job that goes through all resources of a type in the order of their rids. */
    sealed interface Passage extends Job {

        /** Numbers of the rows of this job. */
        List<Integer> ids();

        String type();

        /** Resources up to this rid are done. */
        long reached();

        boolean isBegun();

        /** The same job further on. */
        Passage at(long rid);

        /** What it is about, for the log. */
        String name();
    }

    /** Adds the rows of posted parameters, of all those of the type that have come equally far. */
    record Addition(List<Integer> ids, String type, long reached, boolean isBegun) implements Passage {

        public Addition {
            ids = List.copyOf(ids);
        }

        @Override
        public Addition at(long rid) {
            return new Addition(ids, type, rid, isBegun);
        }

        @Override
        public String name() {
            return ids.size() + " posted parameters of " + type;
        }
    }

    /** Makes all rows of a type anew. */
    record Renewal(List<Integer> ids, String type, long reached, boolean isBegun) implements Passage {

        public Renewal {
            ids = List.copyOf(ids);
        }

        @Override
        public Renewal at(long rid) {
            return new Renewal(ids, type, rid, isBegun);
        }

        @Override
        public String name() {
            return "all parameters of " + type;
        }
    }

    /**
     * Takes out the rows of a posted parameter that no longer counts.
     *
     * @param since microseconds since 1970 UTC
     */
    record Removal(int id, String type, String code, long since) implements Job {}
}
