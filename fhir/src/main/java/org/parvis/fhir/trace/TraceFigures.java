package org.parvis.fhir.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.parvis.fhir.access.Caller;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.trace.TraceQuery.Span;

/** What the trace adds up to, for those who may read all of it. */
public final class TraceFigures {

    private final Store store;

    TraceFigures(Store store) {
        this.store = store;
    }

    /**
     * How much one person accessed for one structure.
     *
     * @param person such as `Practitioner/12`
     * @param organisation logical id of the Organization
     * @param entries how many accesses to data about patients
     * @param patients how many different patients
     */
    public record Volume(String name, String person, Optional<String> organisation, long entries, long patients) {}

    /**
     * Accesses for care by somebody who has never been anything to the patient.
     *
     * @param patient logical id of the Patient
     */
    public record Unrelated(
            String name, String person, Optional<String> organisation, String patient, long times, Instant last) {}

    /** What each person accessed in this time, the most patients first; nothing for who may not read all. */
    public List<Volume> volumes(Span time, Caller caller) {
        return readsAll(caller) ? store.database().read(connection -> volumes(connection, time)) : List.of();
    }

    /** Who accessed whom without a relation in this time, the latest first; nothing for who may not read all. */
    public List<Unrelated> unrelated(Span time, int most, Caller caller) {
        return readsAll(caller) ? store.database().read(connection -> unrelated(connection, time, most)) : List.of();
    }

    private static boolean readsAll(Caller caller) {
        return TraceRights.of(caller).limit().isEmpty();
    }

    private static List<Volume> volumes(Connection connection, Span time) throws SQLException {
        var sql = new Sql("""
                select min(c.name), c.person, c.organisation, count(distinct a.id), count(distinct a.patient)
                from (select caller, id, patient from fhir.trace where moment >= ? and moment < ? and patient <> 0
                  union all select t.caller, p.id, p.patient from fhir.trace_patient p
                    join fhir.trace t on (t.moment, t.id) = (p.moment, p.id) where p.moment >= ? and p.moment < ?) a
                  join fhir.trace_caller c on c.id = a.caller
                where c.person <> '' and c.purpose <> 'PATIENT'
                group by c.person, c.organisation order by 5 desc, 2""", time.from(), time.until(), time.from(), time.until());
        return Statements.list(
                connection,
                sql,
                row -> new Volume(
                        row.getString(1),
                        row.getString(2),
                        Optional.of(row.getString(3)).filter(id -> !id.isEmpty()),
                        row.getLong(4),
                        row.getLong(5)));
    }

    private List<Unrelated> unrelated(Connection connection, Span time, int most) throws SQLException {
        var sql = new Sql(
                """
                select min(c.name), c.person, c.organisation, p.fid, count(*), max(t.moment)
                from fhir.trace t join fhir.trace_caller c on c.id = t.caller
                  join fhir.identity p on p.rid = t.patient and p.patient = p.rid
                where t.moment >= ? and t.moment < ? and t.patient <> 0 and t.outcome = 0
                  and c.purpose in ('CARE', 'COORDINATION') and c.person like 'Practitioner/%' and t.action <> 'c'
                  and not exists (select from fhir.relation r join fhir.identity h on h.rid = r.holder
                    where r.subject = t.patient and ((h.type = ? and h.fid = split_part(c.person, '/', 2))
                      or (h.type = ? and h.fid = c.organisation)))
                group by c.person, c.organisation, p.fid order by 6 desc limit ?""",
                time.from(),
                time.until(),
                store.words().number(Kind.TYPE, "Practitioner"),
                store.words().number(Kind.TYPE, "Organization"),
                most);
        return Statements.list(
                connection,
                sql,
                row -> new Unrelated(
                        row.getString(1),
                        row.getString(2),
                        Optional.of(row.getString(3)).filter(id -> !id.isEmpty()),
                        row.getString(4),
                        row.getLong(5),
                        Instant.EPOCH.plus(row.getLong(6), ChronoUnit.MICROS)));
    }
}
