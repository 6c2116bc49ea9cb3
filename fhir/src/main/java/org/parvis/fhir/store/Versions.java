package org.parvis.fhir.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parvis.fhir.store.Dictionary.Kind;

/** Reading versions: the current one, an old one, a history. */
public final class Versions {

    /** The columns that {@link #read} expects, of the row called `r`. */
    public static final String COLUMNS =
            "r.patient, r.rid, r.updated, r.type, r.version, r.owner, r.labels, r.shared, r.method::text, r.fid, r.body";

    private static final String ALL_COLUMNS = COLUMNS.replace("r.method::text", "r.method");
    private static final String NEWEST_FIRST = " order by r.updated desc, r.rid desc, r.version desc limit ?";

    private final Dictionary words;

    Versions(Dictionary words) {
        this.words = words;
    }

    /** The version that counts now; empty when there is none, it was deleted, or it may not be seen. */
    public Optional<Version> current(Connection connection, ResourceKey key, Visibility visible) throws SQLException {
        var sql = new Sql(
                "select " + COLUMNS + " from fhir.identity i join fhir.resource r on (r.patient, r.rid) ="
                        + " (i.patient, i.rid) where i.type = ? and i.fid = ?",
                type(key.type()),
                key.id());
        return Statements.first(connection, sql.add(visible.and("r")), this::read);
    }

    /** The current versions at these places, in no order. */
    public List<Version> currents(Connection connection, Collection<Place> places) throws SQLException {
        return Statements.list(
                connection,
                new Sql(
                        "select " + COLUMNS + " from unnest((select ?::bigint[]), (select ?::bigint[])) u(patient, rid)"
                                + " join fhir.resource r on (r.patient, r.rid) = (u.patient, u.rid)",
                        SqlArray.longs(places.stream().map(Place::patient).toList()),
                        SqlArray.longs(places.stream().map(Place::rid).toList())),
                this::read);
    }

    /** One version by its number, the current one included. */
    public Optional<Version> version(Connection connection, ResourceKey key, int number, Visibility visible)
            throws SQLException {
        var sql = versionsOf(key, visible).add(" and r.version = ?", number);
        return Statements.first(connection, sql, this::read);
    }

    /** The newest version, a deletion included; it tells gone (410) from never here (404). */
    public Optional<Version> newest(Connection connection, ResourceKey key, Visibility visible) throws SQLException {
        var sql = versionsOf(key, visible).add(" order by r.version desc limit 1");
        return Statements.first(connection, sql, this::read);
    }

    /** The number of the last version of each of these resources that are no longer alive. */
    Map<ResourceKey, Integer> lastNumbers(Connection connection, Map<ResourceKey, Place> dead) throws SQLException {
        var numbers = new HashMap<ResourceKey, Integer>();
        if (dead.isEmpty()) {
            return numbers;
        }
        var byRid = new HashMap<Long, Integer>();
        Statements.list(
                connection,
                new Sql(
                        "select rid, max(version) from fhir.superseded where rid = any(?) group by rid",
                        SqlArray.longs(dead.values().stream().map(Place::rid).toList())),
                row -> byRid.put(row.getLong(1), row.getInt(2)));
        dead.forEach((key, place) -> numbers.put(key, byRid.getOrDefault(place.rid(), 0)));
        return numbers;
    }

    /** The versions of one resource, newest first. */
    public List<Version> history(Connection connection, ResourceKey key, Window window, Visibility visible)
            throws SQLException {
        var sql = versionsOf(key, visible).add(window.and("r")).add(NEWEST_FIRST, window.limit());
        return Statements.list(connection, sql, this::read);
    }

    /** The versions of all resources of a type, or of every type, newest first. */
    public List<Version> history(Connection connection, @Nullable String type, Window window, Visibility visible)
            throws SQLException {
        var each = new Sql(" where true");
        if (type != null) {
            each.add(" and r.type = ?", type(type));
        }
        each.add(window.and("r")).add(visible.and("r")).add(visible.andNow("r")).add(NEWEST_FIRST, window.limit());
        var sql = new Sql("select " + COLUMNS + " from ((select " + ALL_COLUMNS + " from fhir.resource r")
                .add(each)
                .add(") union all (select " + ALL_COLUMNS + " from fhir.superseded r")
                .add(each)
                .add(")) r" + NEWEST_FIRST, window.limit());
        return Statements.listPlanned(connection, sql, this::read);
    }

    /** Reads a row of {@link #COLUMNS}. */
    public Version read(ResultSet row) throws SQLException {
        return new Version(
                new ResourceKey(words.word(row.getInt(4)), row.getString(10)),
                new Place(row.getLong(1), row.getLong(2)),
                row.getInt(5),
                row.getLong(3),
                row.getInt(6),
                row.getInt(7),
                row.getBoolean(8),
                Method.of(row.getString(9)),
                StoredBody.stored(row.getBytes(11)));
    }

    private Sql versionsOf(ResourceKey key, Visibility visible) {
        return new Sql(
                        "select " + COLUMNS + " from fhir.identity i cross join lateral (select " + ALL_COLUMNS
                                + " from fhir.resource r where (r.patient, r.rid) = (i.patient, i.rid) union all select "
                                + ALL_COLUMNS + " from fhir.superseded r where r.rid = i.rid) r"
                                + " where i.type = ? and i.fid = ?",
                        type(key.type()),
                        key.id())
                .add(visible.and("r"))
                .add(visible.andNow("r"));
    }

    private int type(String type) {
        return words.number(Kind.TYPE, type);
    }
}
