package org.parvis.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parvis.access.ServerKey;
import org.parvis.database.Schema;

/** The establishments whose providers are relied upon. */
final class PostgresDirectories {

    private final Schema schema;
    private final ServerKey key;

    PostgresDirectories(Schema schema, ServerKey key) {
        this.schema = schema;
        this.key = key;
    }

    /** All of them, by name. */
    List<Directory> all() {
        return schema.sql()
                .sql("select * from federation.directory order by name")
                .query((row, _) -> directory(row))
                .list();
    }

    Optional<Directory> find(String directory) {
        return schema.sql()
                .sql("select * from federation.directory where key = :key")
                .param("key", directory)
                .query((row, _) -> directory(row))
                .optional();
    }

    /** Keeps a directory, in place of any of the same key. */
    void keep(Directory directory) {
        schema.transactions().executeWithoutResult(_ -> {
            remove(directory.key());
            add(directory);
            directory
                    .families()
                    .forEach((group, family) -> schema.sql()
                            .sql("insert into federation.directory_group values (:key, :group, :family)")
                            .param("key", directory.key())
                            .param("group", group)
                            .param("family", family)
                            .update());
        });
    }

    void remove(String directory) {
        schema.sql()
                .sql("delete from federation.directory where key = :key")
                .param("key", directory)
                .update();
    }

    private void add(Directory directory) {
        schema.sql()
                .sql("""
                        insert into federation.directory
                            (key, structure, name, issuer, client_id, client_secret, groups_claim)
                        values (:key, :structure, :name, :issuer, :clientId, :secret, :claim)
                        """)
                .param("key", directory.key())
                .param("structure", directory.structure())
                .param("name", directory.name())
                .param("issuer", directory.issuer())
                .param("clientId", directory.clientId())
                .param("secret", key.seal(directory.clientSecret().getBytes(UTF_8)))
                .param("claim", directory.groupsClaim())
                .update();
    }

    private Directory directory(ResultSet row) throws SQLException {
        var directory = row.getString("key");
        return new Directory(
                directory,
                row.getString("structure"),
                row.getString("name"),
                row.getString("issuer"),
                row.getString("client_id"),
                new String(key.open(row.getBytes("client_secret")), UTF_8),
                row.getString("groups_claim"),
                families(directory));
    }

    private Map<String, String> families(String directory) {
        return schema
                .sql()
                .sql("select group_name, family from federation.directory_group where directory = :key")
                .param("key", directory)
                .query((row, _) -> Map.entry(row.getString("group_name"), row.getString("family")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
