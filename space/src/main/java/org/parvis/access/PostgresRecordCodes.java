package org.parvis.access;

import java.time.Instant;
import java.util.Optional;
import org.parvis.database.Schema;

/** Where the codes wait by which citizens reach their record. */
final class PostgresRecordCodes {

    private final Schema schema;

    PostgresRecordCodes(Schema schema) {
        this.schema = schema;
    }

    void keep(byte[] mark, String patient, Instant endsAt, Instant now) {
        schema.sql()
                .sql("delete from access.record_code where patient = :patient or ends_at <= :now")
                .param("patient", patient)
                .param("now", Schema.moment(now))
                .update();
        schema.sql()
                .sql("insert into access.record_code (mark, patient, ends_at) values (:mark, :patient, :endsAt)")
                .param("mark", mark)
                .param("patient", patient)
                .param("endsAt", Schema.moment(endsAt))
                .update();
    }

    /** The patient of a code, which serves no second time. */
    Optional<String> take(byte[] mark, Instant now) {
        return schema.sql()
                .sql("delete from access.record_code where mark = :mark and ends_at > :now returning patient")
                .param("mark", mark)
                .param("now", Schema.moment(now))
                .query(String.class)
                .optional();
    }
}
