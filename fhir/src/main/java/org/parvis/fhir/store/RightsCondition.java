package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.fhir.access.Basis;
import org.parvis.fhir.access.Binding;
import org.parvis.fhir.access.Opening;
import org.parvis.fhir.access.Purpose;
import org.parvis.fhir.access.Rights;
import org.parvis.fhir.store.Dictionary.Kind;

/**
 * Rights as a predicate over a row that has patient, rid, type, owner, labels and shared. Relations and wills are read
 * where the row is: what a patient refuses is refused from the next statement on.
 *
 * @param holders rids of what stands for the caller
 * @param owners words of the structures whose own data are open
 * @param owned words of the types of these data
 * @param open words of the types whose data about nobody are open
 * @param now microseconds since 1970 UTC
 */
record RightsCondition(
        List<Long> holders,
        List<Integer> owners,
        List<Integer> owned,
        List<Integer> open,
        List<Door> doors,
        Purpose purpose,
        long now) {

    /**
     * An opening in numbers.
     *
     * @param shownSets words of the label sets without a hidden label
     * @param endedAfter the moment after which a relation must have ended, if it has
     */
    record Door(List<Integer> types, List<Integer> bases, List<Integer> shownSets, Binding binding, long endedAfter) {}

    static RightsCondition of(Connection connection, Rights rights, Store store, long now) throws SQLException {
        var words = store.words();
        List<LabelSet> sets = LabelSet.all(connection);
        return new RightsCondition(
                store.identities().rids(connection, keys(rights.holders())),
                known(words, Kind.OWNER, rights.structures()),
                types(words, rights.types()),
                types(words, rights.open()),
                rights.openings().stream()
                        .map(opening -> door(words, opening, sets, now))
                        .toList(),
                rights.purpose(),
                now);
    }

    private static Door door(Dictionary words, Opening opening, List<LabelSet> sets, long now) {
        return new Door(
                types(words, opening.types()),
                opening.bases().stream().map(Basis::number).sorted().toList(),
                sets.stream()
                        .filter(set -> set.isShownThrough(opening))
                        .map(LabelSet::number)
                        .toList(),
                opening.binding(),
                now - Duration.ofDays(opening.daysAfterwards()).toNanos() / 1_000);
    }

    // A type of which nothing is here yet may be what the caller is about to write.
    private static List<Integer> types(Dictionary words, Set<String> types) {
        return types.stream()
                .map(type -> words.number(Kind.TYPE, type))
                .sorted()
                .toList();
    }

    private static List<Integer> known(Dictionary words, Kind kind, Set<String> texts) {
        return texts.stream()
                .flatMap(text -> words.known(kind, text).stream())
                .sorted()
                .toList();
    }

    private static Collection<ResourceKey> keys(Set<String> references) {
        return references.stream().map(ResourceKey::of).collect(Collectors.toList());
    }

    /** The condition on the row called `alias`. */
    Sql on(String alias) {
        return new Sql("(%1$s.patient = 0 and not %1$s.shared and %1$s.type = any(?)".formatted(alias), ints(open))
                .add(own(alias))
                .add(" or %s.patient <> 0 and ".formatted(alias))
                .add(opened(alias, alias + ".patient"))
                .add((" or %1$s.patient = 0 and %1$s.shared and not exists (select from fhir.shared_patient p"
                                + " where p.rid = %1$s.rid and not ")
                        .formatted(alias))
                .add(opened(alias, "p.patient"))
                .add("))");
    }

    /** What the caller's own structure wrote, unless the patient has refused it to them. */
    private Sql own(String alias) {
        if (owners.isEmpty()) {
            return new Sql();
        }
        return new Sql(" or %1$s.owner = any(?) and %1$s.type = any(?)".formatted(alias), ints(owners), ints(owned))
                .add(" and not ")
                .add(refused(Binding.OPPOSITION, alias, alias + ".patient"))
                .add(" and not (%1$s.shared and exists (select from fhir.shared_patient o where o.rid = %1$s.rid and "
                        .formatted(alias))
                .add(refused(Binding.OPPOSITION, alias, "o.patient"))
                .add("))");
    }

    private Sql opened(String alias, String subject) {
        if (doors.isEmpty()) {
            return new Sql("false");
        }
        return new Sql("(")
                .join(
                        " or ",
                        doors.stream()
                                .map(door -> through(door, alias, subject))
                                .toList())
                .add(")");
    }

    private Sql through(Door door, String alias, String subject) {
        var sql = new Sql(
                ("(%1$s.type = any(?) and (%1$s.labels = 0 or %1$s.labels = any(?)) and exists (select from"
                                + " fhir.relation g where g.subject = %2$s and g.holder = any(?) and g.basis = any(?)"
                                + " and g.type in (0, %1$s.type) and g.resource in (0, %1$s.rid)"
                                + " and g.begins <= ? and g.ends > ?)")
                        .formatted(alias, subject),
                ints(door.types()),
                ints(door.shownSets()),
                SqlArray.longs(holders),
                ints(door.bases()),
                now,
                door.endedAfter());
        if (door.binding() == Binding.AGREEMENT) {
            sql.add(" and ").add(agreed(subject));
        }
        if (door.binding() != Binding.NONE) {
            sql.add(" and not ").add(refused(door.binding(), alias, subject));
        }
        return sql.add(")");
    }

    private Sql agreed(String subject) {
        return new Sql(
                ("exists (select from fhir.will a where a.subject = %s and not a.denies and a.depth = 0"
                                + " and (a.actor = 0 or a.actor = any(?)) and a.purpose in (0, ?)"
                                + " and a.begins <= ? and a.ends > ?)")
                        .formatted(subject),
                SqlArray.longs(holders),
                purpose.number(),
                now,
                now);
    }

    /** Of the rules of one Consent that apply, the deepest counts; between equals, the refusal. */
    private Sql refused(Binding binding, String alias, String subject) {
        String actors = binding == Binding.REFUSAL_BY_NAME ? "w.actor = any(?)" : "(w.actor = 0 or w.actor = any(?))";
        String purposes = binding == Binding.EMERGENCY_OPPOSITION ? "w.purpose = ?" : "w.purpose in (0, ?)";
        int asked = (binding == Binding.EMERGENCY_OPPOSITION ? Purpose.EMERGENCY : purpose).number();
        return new Sql(
                ("exists (select from (select distinct on (w.rid) w.denies from fhir.will w where w.subject = %2$s"
                                + " and " + actors + " and " + purposes
                                + " and w.type in (0, %1$s.type) and w.resource in (0, %1$s.rid)"
                                + " and (w.label = 0 or exists (select from fhir.word l, fhir.word s where l.id = w.label"
                                + " and s.id = %1$s.labels and l.word = any(string_to_array(s.word, E'\\n'))))"
                                + " and w.begins <= ? and w.ends > ? order by w.rid, w.depth desc, w.denies desc) t"
                                + " where t.denies)")
                        .formatted(alias, subject),
                SqlArray.longs(holders),
                asked,
                now,
                now);
    }

    private static SqlArray ints(List<Integer> numbers) {
        return SqlArray.ints(numbers);
    }
}
