package org.parvis.web;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that pages tell ages by. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
