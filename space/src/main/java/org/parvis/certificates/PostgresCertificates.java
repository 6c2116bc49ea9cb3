package org.parvis.certificates;

import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parvis.certificates.Declared.Use;
import org.parvis.database.Schema;

/** Where it is kept for whom certificates stand. */
final class PostgresCertificates {

    private final Schema schema;

    PostgresCertificates(Schema schema) {
        this.schema = schema;
    }

    /** All of them, those first that end first. */
    List<Declared> all() {
        return schema.sql()
                .sql("select * from certificates.declared order by ends_at, name")
                .query((row, _) -> declared(row))
                .list();
    }

    /** For whom this very certificate was declared, or one of its subject and issuer that may be renewed. */
    Optional<Declared> find(X509Certificate certificate) {
        return schema.sql()
                .sql("""
                        select * from certificates.declared
                        where fingerprint = :fingerprint or (renewed and subject = :subject and issuer = :issuer)
                        order by fingerprint = :fingerprint desc limit 1
                        """)
                .param("fingerprint", Fingerprint.of(certificate).text())
                .param("subject", certificate.getSubjectX500Principal().getName())
                .param("issuer", certificate.getIssuerX500Principal().getName())
                .query((row, _) -> declared(row))
                .optional();
    }

    void add(Declared certificate) {
        schema.sql()
                .sql("""
                        insert into certificates.declared
                            (id, structure, structure_name, use, name, subject, issuer, fingerprint, renewed, ends_at)
                        values (:id, :structure, :structureName, :use, :name, :subject, :issuer, :fingerprint, :renewed,
                            :endsAt)
                        """)
                .param("id", certificate.id())
                .param("structure", certificate.structure())
                .param("structureName", certificate.structureName())
                .param("use", certificate.use().name())
                .param("name", certificate.name())
                .param("subject", certificate.subject())
                .param("issuer", certificate.issuer())
                .param("fingerprint", certificate.fingerprint())
                .param("renewed", certificate.renewed())
                .param("endsAt", Schema.moment(certificate.endsAt()))
                .update();
    }

    void remove(UUID id) {
        schema.sql()
                .sql("delete from certificates.declared where id = :id")
                .param("id", id)
                .update();
    }

    private static Declared declared(ResultSet row) throws SQLException {
        return new Declared(
                row.getObject("id", UUID.class),
                row.getString("structure"),
                row.getString("structure_name"),
                Use.valueOf(row.getString("use")),
                row.getString("name"),
                row.getString("subject"),
                row.getString("issuer"),
                row.getString("fingerprint"),
                row.getBoolean("renewed"),
                Schema.moment(row, "ends_at"));
    }
}
