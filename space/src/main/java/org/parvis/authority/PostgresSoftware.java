package org.parvis.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
                        insert into authority.software (id, name, structure, scopes, keys)
                        values (:id, :name, :structure, :scopes, :keys)
                        """)
                .param("id", software.id())
                .param("name", software.name())
                .param("structure", software.structure())
                .param("scopes", String.join(" ", software.scopes()))
                .param("keys", software.keys())
                .update();
    }

    /** Forgets software, and its tokens with it. */
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
                row.getString("structure"),
                Software.scopes(row.getString("scopes")),
                row.getString("keys"));
    }
}
