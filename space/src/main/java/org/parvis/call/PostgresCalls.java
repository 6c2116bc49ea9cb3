package org.parvis.call;

import java.time.Instant;
import org.parvis.database.Schema;

/** Where is kept which calls were used. */
final class PostgresCalls {

    private final Schema schema;

    PostgresCalls(Schema schema) {
        this.schema = schema;
    }

    /** Uses this call up; false when it was used before, on whichever node. */
    boolean use(Call call, Instant forgotten, Instant now) {
        schema.sql()
                .sql("delete from call.used where ends < :now")
                .param("now", Schema.moment(now))
                .update();
        return schema.sql()
                        .sql("""
                        insert into call.used (software, call, ends) values (:software, :call, :ends)
                        on conflict do nothing
                        """)
                        .param("software", call.software().id())
                        .param("call", call.id())
                        .param("ends", Schema.moment(forgotten))
                        .update()
                > 0;
    }
}
