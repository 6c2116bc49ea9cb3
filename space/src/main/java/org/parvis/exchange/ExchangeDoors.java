package org.parvis.exchange;

import jakarta.servlet.http.HttpServlet;
import org.parvis.database.Database;
import org.parvis.fhir.rest.FhirEndpoint;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** Opens the store and puts each door at its address. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeSettings.class)
class ExchangeDoors {

    @Bean
    FhirEndpoint fhirEndpoint(Database database, ExchangeSettings settings) {
        return FhirEndpoint.open(settings.store(), database.connections());
    }

    @Bean
    LargeBodies largeBodies() {
        return LargeBodies.withinTheHeap();
    }

    @Bean
    ServletRegistrationBean<HttpServlet> fhir(FhirEndpoint endpoint, ExchangeSettings settings, LargeBodies large) {
        return at("/fhir/*", new FhirServlet(endpoint, settings.bodies(), large, ""));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> feed(FhirEndpoint endpoint, ExchangeSettings settings, LargeBodies large) {
        return at("/feed", new FhirServlet(endpoint, settings.bodies(), large, "feed"));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> health(Database database) {
        return at("/health", new HealthServlet(database.connections()));
    }

    /** The first thing a stopping server does; then it waits for the requests in hand, and closes. */
    @Bean
    static ApplicationListener<ContextClosedEvent> endOfFollowing(FhirEndpoint endpoint) {
        return stopping -> endpoint.endFollowing();
    }

    private static ServletRegistrationBean<HttpServlet> at(String address, HttpServlet door) {
        var registration = new ServletRegistrationBean<>(door, address);
        registration.setName(address);
        return registration;
    }
}
