package org.parvis.fhir.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.parvis.fhir.access.Permit;
import org.parvis.fhir.store.Dictionary.Kind;
import org.parvis.fhir.store.Sql;
import org.parvis.fhir.store.SqlArray;
import org.parvis.fhir.store.Statements;
import org.parvis.fhir.store.Store;
import org.parvis.fhir.store.Visibility;

/** The profiles, tags and security labels that resources carry now, each told once. */
public final class MetaInUse {

    private static final Map<String, String> MEMBERS =
            Map.of("_profile", "profile", "_tag", "tag", "_security", "security");

    private final Store store;

    public MetaInUse(Store store) {
        this.store = store;
    }

    /** A mark with its member of `meta`. */
    private record Mark(String member, String system, String code) {}

    /** The `meta` of all resources of these types that may be seen, as one. */
    public ObjectNode of(Collection<String> types, Permit permit) {
        var meta = JsonNodeFactory.instance.objectNode();
        for (Mark mark : marks(numbers(types), permit)) {
            var marks = meta.withArrayProperty(mark.member());
            if (mark.member().equals("profile")) {
                marks.add(mark.code().isEmpty() ? mark.system() : mark.system() + "|" + mark.code());
            } else {
                var coding = marks.addObject();
                if (!mark.system().isEmpty()) {
                    coding.put("system", mark.system());
                }
                coding.put("code", mark.code());
            }
        }
        return meta;
    }

    /** The members of `meta` by the number of the parameter that keeps their values. */
    private Map<Integer, String> numbers(Collection<String> types) {
        var numbers = new HashMap<Integer, String>();
        for (String type : types) {
            MEMBERS.forEach((code, member) -> store.words()
                    .known(Kind.PARAMETER, type + "." + code)
                    .ifPresent(number -> numbers.put(number, member)));
        }
        return numbers;
    }

    private Collection<Mark> marks(Map<Integer, String> numbers, Permit permit) {
        return store.database().read(connection -> {
            Visibility visible = store.visibility(connection, permit);
            var sql = new Sql("select distinct t.param, coalesce(w.word, ''), t.code from fhir.ix_token t"
                    + " left join fhir.word w on w.id = t.sys");
            if (!visible.isEverything()) {
                sql.add(" join fhir.resource r on (r.rid, r.patient) = (t.rid, t.patient)")
                        .add(visible.and("r"));
            }
            sql.add(" where t.param = any(?) order by 2, 3", SqlArray.ints(numbers.keySet()));
            return Statements.list(
                            connection,
                            sql,
                            row -> new Mark(
                                    numbers.getOrDefault(row.getInt(1), ""), row.getString(2), row.getString(3)))
                    .stream()
                    .distinct()
                    .toList();
        });
    }
}
