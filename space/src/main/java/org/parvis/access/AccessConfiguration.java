package org.parvis.access;

import java.security.SecureRandom;
import java.util.Optional;
import org.parvis.database.Database;
import org.parvis.database.Schema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the tables and the key on which the module stands. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    @Bean
    Schema accessSchema(Database database) {
        return Schema.open(database, "access");
    }

    @Bean
    PostgresAccounts accounts(Schema accessSchema) {
        return new PostgresAccounts(accessSchema);
    }

    @Bean
    PostgresSessions keptSessions(Schema accessSchema, AccessSettings settings) {
        return new PostgresSessions(accessSchema, settings.idle(), settings.boundIdle());
    }

    @Bean
    PostgresLogins logins(Schema accessSchema) {
        return new PostgresLogins(accessSchema);
    }

    @Bean
    PostgresInvitations invitations(Schema accessSchema) {
        return new PostgresInvitations(accessSchema);
    }

    @Bean
    PostgresReferents keptReferents(Schema accessSchema) {
        return new PostgresReferents(accessSchema);
    }

    @Bean
    PostgresRelatives keptRelatives(Schema accessSchema) {
        return new PostgresRelatives(accessSchema);
    }

    @Bean
    PostgresPasskeys keptPasskeys(Schema accessSchema) {
        return new PostgresPasskeys(accessSchema);
    }

    @Bean
    PostgresRecordCodes keptRecordCodes(Schema accessSchema) {
        return new PostgresRecordCodes(accessSchema);
    }

    @Bean
    PostgresTries tries(Schema accessSchema) {
        return new PostgresTries(accessSchema);
    }

    @Bean
    ServerKey serverKey(AccessSettings settings) {
        return ServerKey.in(settings.folder().resolve("key"), new SecureRandom());
    }

    @Bean
    Charter charter(AccessSettings settings) {
        return Charter.in(settings.charter());
    }

    @Bean
    Passwords passwords(ServerKey key) {
        return new Passwords(key);
    }

    @Bean
    PasswordRules passwordRules(AccessSettings settings) {
        return new PasswordRules(new BreachedPasswords(Optional.ofNullable(settings.breachedPasswords())));
    }
}
