package org.parvis.fhir.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.trace.Verdict.Broken;
import org.parvis.fhir.trace.Verdict.Damage;
import org.parvis.fhir.trace.Verdict.Sound;

/** Reads the sealed trace again and compares it with its seals. It needs nothing but the database. */
public final class Verification {

    private final Connection connection;
    private final Seals seals;

    public Verification(Connection connection) {
        this.connection = connection;
        this.seals = new Seals(connection);
    }

    /** What was sealed on this day, or ever. */
    public Verdict of(Optional<LocalDate> day) throws SQLException {
        Optional<Seals.Range> range = seals.range(day);
        if (range.isEmpty()) {
            return new Sound(0, 0, 0, "");
        }
        long first = range.get().first();
        Seal before = first == 1 ? Seal.NONE : seals.numbered(first - 1).orElse(Seal.NONE);
        long retired = new Retirement(connection).last();
        long entries = 0;
        long gone = 0;
        for (long number = first; number <= range.get().last(); number++) {
            Optional<Seal> seal = seals.numbered(number);
            Optional<Broken> broken = seal.isEmpty()
                    ? Optional.of(new Broken(number, Optional.empty(), Damage.TAKEN_AWAY))
                    : broken(seal.get(), before, number <= retired);
            if (broken.isPresent()) {
                return broken.get();
            }
            before = seal.orElseThrow();
            if (number <= retired) {
                gone += before.ids().size();
            } else {
                entries += before.ids().size();
            }
        }
        return new Sound(range.get().last() - first + 1, entries, gone, before.hex());
    }

    private Optional<Broken> broken(Seal seal, Seal before, boolean retired) throws SQLException {
        if (!seal.continues(before)) {
            return Optional.of(new Broken(seal.number(), Optional.empty(), Damage.CHANGED));
        }
        if (retired) {
            return slippedIn(seal, before).map(id -> new Broken(seal.number(), Optional.of(id), Damage.SLIPPED_IN));
        }
        Map<TraceId, byte[]> texts = texts(seal);
        for (int i = 0; i < seal.ids().size(); i++) {
            TraceId id = seal.ids().get(i);
            byte[] text = texts.get(id);
            if (text == null) {
                return Optional.of(new Broken(seal.number(), Optional.of(id), Damage.TAKEN_AWAY));
            }
            if (!MessageDigest.isEqual(Seal.sha256(text), seal.digest(i))) {
                return Optional.of(new Broken(seal.number(), Optional.of(id), Damage.CHANGED));
            }
        }
        return slippedIn(seal, before).map(id -> new Broken(seal.number(), Optional.of(id), Damage.SLIPPED_IN));
    }

    private Map<TraceId, byte[]> texts(Seal seal) throws SQLException {
        var texts = new HashMap<TraceId, byte[]>();
        var sql = new Sql(
                "select t.moment, t.id, " + SealedText.COLUMN
                        + " from unnest((select ?::bigint[]), (select ?::bigint[])) u(moment, id) join "
                        + SealedText.TABLES.replaceFirst(
                                "fhir\\.trace t", "fhir.trace t on (t.moment, t.id) = (u.moment, u.id)"),
                SqlArray.longs(seal.ids().stream().map(TraceId::moment).toList()),
                SqlArray.longs(seal.ids().stream().map(TraceId::number).toList()));
        Statements.list(
                connection,
                sql,
                row -> texts.put(
                        new TraceId(row.getLong(1), row.getLong(2)),
                        row.getString(3).getBytes(UTF_8)));
        return texts;
    }

    // An entry that claims to be of a transaction long sealed.
    private Optional<TraceId> slippedIn(Seal seal, Seal before) throws SQLException {
        Set<TraceId> sealed = new HashSet<>(seal.ids());
        long from = before.epoch() == seal.epoch() ? before.until() : 0;
        var sql = new Sql(
                "select moment, id from fhir.trace where epoch = ? and txid >= ? and txid < ? order by txid, id",
                seal.epoch(),
                from,
                seal.until());
        return Statements.list(connection, sql, row -> new TraceId(row.getLong(1), row.getLong(2))).stream()
                .filter(id -> !sealed.contains(id))
                .findFirst();
    }
}
