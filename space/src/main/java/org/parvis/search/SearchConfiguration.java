package org.parvis.search;

import org.parvis.database.Database;
import org.parvis.database.Schema;
import org.parvis.fhir.feed.Consumption;
import org.parvis.fhir.rest.FhirEndpoint;
import org.parvis.fhir.store.Change.Position;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the index and lets it follow the feed. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    PostgresEntries searchEntries(Database database) {
        return new PostgresEntries(Schema.open(database, "search"));
    }

    @Bean
    Consumption searchUpkeep(FhirEndpoint endpoint, PostgresEntries entries) {
        var upkeep = new IndexUpkeep(endpoint.as(IndexUpkeep.reader()), entries);
        return endpoint.feed().consume(IndexUpkeep.NAME, Kind.types(), Position.START, upkeep);
    }
}
