package org.parvis.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parvis.authority.Software.Use;
import org.parvis.database.Schema;

/** The software that is known. */
final class PostgresSoftware {

    private final Schema schema;

    PostgresSoftware(Schema schema) {
        this.schema = schema;
    }

    List<Software> all() {
        return schema.sql()
                .sql("select * from authority.software order by name")
                .query((row, _) -> software(row))
                .list();
    }

    Optional<Software> find(String id) {
        return schema.sql()
                .sql("select * from authority.software where id = :id")
                .param("id", id)
                .query((row, _) -> software(row))
                .optional();
    }

    void add(Software software) {
        schema.sql()
                .sql("""
                        insert into authority.software (id, name, structure, uses, scopes, keys, redirects, launch)
                        values (:id, :name, :structure, :uses, :scopes, :keys, :redirects, :launch)
                        """)
                .param("id", software.id())
                .param("name", software.name())
                .param("structure", software.structure().orElse(null))
                .param(
                        "uses",
                        Spaced.write(software.uses().stream().map(Use::name).toList()))
                .param("scopes", software.scopes().spaced())
                .param("keys", software.keys())
                .param("redirects", Spaced.write(software.redirects()))
                .param("launch", software.launch().orElse(null))
                .update();
    }

    /** Forgets software, and with it its tokens and what people allowed it. */
    void remove(String id) {
        schema.sql()
                .sql("delete from authority.software where id = :id")
                .param("id", id)
                .update();
    }

    private static Software software(ResultSet row) throws SQLException {
        return new Software(
                row.getString("id"),
                row.getString("name"),
                Optional.ofNullable(row.getString("structure")),
                uses(row.getString("uses")),
                Scopes.read(row.getString("scopes")),
                row.getString("keys"),
                Spaced.read(row.getString("redirects")),
                Optional.ofNullable(row.getString("launch")));
    }

    private static Set<Use> uses(String spaced) {
        return Spaced.read(spaced).stream().map(Use::valueOf).collect(Collectors.toSet());
    }
}
