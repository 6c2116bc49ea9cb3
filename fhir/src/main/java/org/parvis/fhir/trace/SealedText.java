package org.parvis.fhir.trace;

/** The text of an entry of which its digest is made: all that it tells, in PostgreSQL's text form of a row. */
final class SealedText {

    /** The text of the row called `t`, as a column. */
    static final String COLUMN = """
            row(t.moment, t.id, c.name, c.person, c.organisation, c.purpose, t.type, t.version, t.outcome, t.action, t.address,
              t.session, t.detail, t.resources, t.patient,
              case when t.patient = 0 then array(
                select p.patient from fhir.trace_patient p where (p.moment, p.id) = (t.moment, t.id) order by 1) end,
              e.started, e.event, e.subtype, e.action, e.body)::text""";

    /** The tables in which it stands. */
    static final String TABLES = """
            fhir.trace t join fhir.trace_caller c on c.id = t.caller
              left join fhir.trace_received e on (e.moment, e.id) = (t.moment, t.id)""";

    private SealedText() {}
}
