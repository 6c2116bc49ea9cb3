package org.parvis.web;

import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
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

    /** Browsers send forms in the encoding of their page and do not say so; without this, accents arrive as Latin-1. */
    @Bean
    static ServletContextInitializer formsInUtf8() {
        return context -> context.setRequestCharacterEncoding("UTF-8");
    }

    /** Off: for pages Spring's servlet does the same again, and every FHIR request would pass through it. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContextFilter() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }
}
