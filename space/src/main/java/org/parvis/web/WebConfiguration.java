package org.parvis.web;

import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;

/** The clock that pages tell ages by, and what pages do without. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** Off: for pages Spring's servlet does the same again, and every FHIR request would pass through it. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContextFilter() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }
}
