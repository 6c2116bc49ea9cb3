package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Every known address and where it stands, alive or deleted. */
public final class Identities {

    private final Dictionary words;

    Identities(Dictionary words) {
        this.words = words;
    }

    /** Where these resources stand or stood; those alive and visible are also told to `alive`. */
    public Map<ResourceKey, Place> known(
            Connection connection, Collection<ResourceKey> keys, Visibility visible, Consumer<ResourceKey> alive)
            throws SQLException {
        var exists = new Sql(", exists (select 1 from fhir.resource r where (r.patient, r.rid) = (i.patient, i.rid)")
                .add(visible.and("r"))
                .add(")");
        return places(connection, keys, exists, "", alive);
    }

    /** Where these resources stand or stood; patients whom some resource names among others are also told to `shared`. */
    public Map<ResourceKey, Place> mentioned(
            Connection connection, Collection<ResourceKey> keys, Consumer<ResourceKey> shared) throws SQLException {
        var names = new Sql(", exists (select from fhir.shared_patient s where s.patient = i.rid)");
        return places(connection, keys, names, "", shared);
    }

    /** Locks these addresses against other writers, always in the same order, and says where they stand. */
    public Map<ResourceKey, Place> lock(Connection connection, SortedSet<ResourceKey> keys) throws SQLException {
        return places(connection, keys, new Sql(", false"), " order by i.type, i.fid for update of i", _ -> {});
    }

    private Map<ResourceKey, Place> places(
            Connection connection, Collection<ResourceKey> keys, Sql question, String rest, Consumer<ResourceKey> told)
            throws SQLException {
        var found = new HashMap<ResourceKey, Place>();
        var types = SqlArray.ints(keys.stream().map(key -> type(key.type())).toList());
        var ids = SqlArray.texts(keys.stream().map(ResourceKey::id).toList());
        var sql = new Sql("select i.type, i.fid, i.patient, i.rid")
                .add(question)
                .add(
                        " from unnest((select ?::int[]), (select ?::text[])) u(type, fid)"
                                + " join fhir.identity i on i.type = u.type and i.fid = u.fid" + rest,
                        types,
                        ids);
        Statements.list(connection, sql, row -> {
            var key = new ResourceKey(words.word(row.getInt(1)), row.getString(2));
            if (row.getBoolean(5)) {
                told.accept(key);
            }
            return found.put(key, new Place(row.getLong(3), row.getLong(4)));
        });
        return found;
    }

    /** The rids of these addresses, for those ever seen. */
    public List<Long> rids(Connection connection, Collection<ResourceKey> keys) throws SQLException {
        return places(connection, keys, new Sql(", false"), "", _ -> {}).values().stream()
                .map(Place::rid)
                .toList();
    }

    /** The rids of these logical ids of one type, for those ever seen. */
    public List<Long> rids(Connection connection, String type, Collection<String> ids) throws SQLException {
        return Statements.list(
                connection,
                new Sql(
                        "select rid from fhir.identity where type = ? and fid = any(?)",
                        type(type),
                        SqlArray.texts(ids)),
                row -> row.getLong(1));
    }

    private int type(String type) {
        return words.number(Dictionary.Kind.TYPE, type);
    }
}
