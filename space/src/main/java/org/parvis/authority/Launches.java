package org.parvis.authority;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.parvis.access.Account;
import org.parvis.access.AccountId;
import org.parvis.access.Secret;
import org.parvis.database.Schema;

/** Opens applications on the patient of a record (SMART App Launch 2, EHR launch). */
public final class Launches {

    /** As long as somebody may take to come in again. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final SecureRandom random = new SecureRandom();
    private final Schema schema;
    private final InstantSource clock;

    Launches(Schema schema, InstantSource clock) {
        this.schema = schema;
        this.clock = clock;
    }

    /** The address at which an application begins, opened by somebody on a patient. */
    public String open(Software application, Account account, String patient, String server) {
        var value = Secret.random(random);
        var now = clock.instant();
        schema.sql()
                .sql("delete from authority.launch where expires_at <= :now")
                .param("now", Schema.moment(now))
                .update();
        schema.sql()
                .sql("""
                        insert into authority.launch (secret, software, account, patient, expires_at)
                        values (:secret, :software, :account, :patient, :expires)
                        """)
                .param("secret", value.hash())
                .param("software", application.id())
                .param("account", account.id().value())
                .param("patient", patient)
                .param("expires", Schema.moment(now.plus(LIFE)))
                .update();
        return ApprovalRequest.address(
                application.launch().orElseThrow(), Map.of("iss", server + "/fhir", "launch", value.text()));
    }

    /** The patient on whom somebody opened the application that asks; empty when it was not they, or too long ago. */
    Optional<String> patient(ApprovalRequest asked, AccountId account) {
        return asked.launch()
                .flatMap(value -> schema.sql()
                        .sql("""
                        select patient from authority.launch
                        where secret = :secret and software = :software and account = :account and expires_at > :now
                        """)
                        .param("secret", new Secret(value).hash())
                        .param("software", asked.software().id())
                        .param("account", account.value())
                        .param("now", Schema.moment(clock.instant()))
                        .query(String.class)
                        .optional());
    }

    /** The application has begun: the value that it was opened with serves no more. */
    void use(ApprovalRequest asked) {
        asked.launch()
                .ifPresent(value -> schema.sql()
                        .sql("delete from authority.launch where secret = :secret")
                        .param("secret", new Secret(value).hash())
                        .update());
    }
}
