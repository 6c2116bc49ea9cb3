package org.parvis.portal;

import org.parvis.database.Database;
import org.parvis.database.Schema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the tables and settings on which the module stands. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalSettings.class)
class PortalConfiguration {

    @Bean
    PostgresHomes keptHomes(Database database) {
        return new PostgresHomes(Schema.open(database, "portal"));
    }
}
